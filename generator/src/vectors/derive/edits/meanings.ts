/** Integers that can be written but mean nothing: wrong constants, numbers, tags, bits and fields of bits without a name. */
import type { BitsDef, FlagsDef, UnionDef } from "../../../ir/model.js";
import { integerBytes, integerFrom } from "../../oracle/binary/integers.js";
import type { Types } from "../../oracle/types.js";
import { bitsOf, rangeOf } from "../../oracle/types.js";
import type { Edit, MarkOf, Message } from "../message.js";
import { overwritten, placeOf } from "../message.js";
import { unknownNumbers } from "../values/choices.js";

/** Of flags up to this width every unknown bit is tried. */
const ALL_BITS = 16;

type Named = [what: string, number: bigint];

export function* meaningEdits(message: Message, span: MarkOf<"integer">, types: Types): Iterable<Edit> {
  const { int, form } = span.mark;
  const { min, max } = rangeOf(int);
  const number = integerFrom([...message.bytes.subarray(span.start, span.end)], int, form);
  for (const [what, other] of meaningless(span.mark, number, types)) {
    if (other === number || other < min || other > max) continue;
    yield { name: `${placeOf(span)} ${what}`, bytes: overwritten(message, span.start, span.end, integerBytes(int, form, other)) };
  }
}

function meaningless({ int, use }: MarkOf<"integer">["mark"], number: bigint, types: Types): Named[] {
  if (use.kind === "constant") return wrongConstants(number, rangeOf(int).max);
  if (!("type" in use) || use.kind === "value") return [];
  const def = types.get(use.type);
  switch (def.kind) {
    case "enum":
      return def.open ? [] : unknownNumbers(def).map((other) => [`unknown ${other}`, other]);
    case "union":
      return unknownTags(def, rangeOf(int).max).map((tag) => [`unknown tag ${tag}`, tag]);
    case "flags":
      return unknownBits(def, bitsOf(int)).map((bit) => [`unknown bit ${bit}`, number | (1n << BigInt(bit))]);
    case "bits":
      return [...badBits(def, number, types)];
    default:
      return [];
  }
}

/** Its neighbours, nothing, all there is, and its low byte in the place of the next, as the other byte order might have it. */
function wrongConstants(number: bigint, max: bigint): Named[] {
  const others = new Set([number + 1n, number - 1n, 0n, max, BigInt.asUintN(8, number) << 8n]);
  return [...others].map((other) => [`constant ${other}`, other]);
}

/** The neighbours of every known one, the retired ones, some before the first, and the greatest that can be written. */
function unknownTags({ cases, reservedTags }: UnionDef, max: bigint): bigint[] {
  const tags = cases.map(({ tag }) => tag);
  const before = Array.from({ length: Math.min(3, ...tags) }, (_, index) => index);
  const neighbours = tags.flatMap((tag) => [tag + 1, tag - 1]).filter((tag) => tag >= 0);
  const candidates = new Set([...neighbours, ...reservedTags, ...before].map(BigInt)).add(max);
  return [...candidates].filter((tag) => !tags.includes(Number(tag)));
}

/** All of them, or of a wide integer those at its ends and beside the known ones. */
function unknownBits({ flags }: FlagsDef, width: number): number[] {
  const known = flags.map(({ bit }) => bit);
  const unknown = Array.from({ length: width }, (_, bit) => bit).filter((bit) => !known.includes(bit));
  if (width <= ALL_BITS) return unknown;
  const telling = new Set([unknown[0], unknown.at(-1), ...known.flatMap((bit) => [bit - 1, bit + 1])]);
  return unknown.filter((bit) => telling.has(bit));
}

/** Each field in turn set to what it must not be. */
function* badBits(def: BitsDef, number: bigint, types: Types): Iterable<Named> {
  let from = 0n;
  for (const field of def.fields) {
    const width = BigInt(field.width);
    const mask = ((1n << width) - 1n) << from;
    for (const [what, part] of badParts(field, types)) if (part < 1n << width) yield [what, (number & ~mask) | (part << from)];
    from += width;
  }
}

function badParts({ name, width, content }: BitsDef["fields"][number], types: Types): Named[] {
  const most = (1n << BigInt(width)) - 1n;
  const top = 1n << BigInt(width - 1);
  switch (content.kind) {
    case "reserved":
      return [
        ["lowest reserved bit", 1n],
        ["highest reserved bit", top],
      ];
    case "const":
      return [BigInt(content.value) ^ 1n, most].filter((value) => value !== BigInt(content.value)).map((value) => [`${name} constant ${value}`, value]);
    case "enum": {
      const def = types.get(content.type);
      const unknown = def.kind === "enum" && !def.open ? unknownNumbers(def).filter((value) => value >= 0n) : [];
      return unknown.map((value) => [`${name} unknown ${value}`, value]);
    }
    case "flags": {
      const def = types.get(content.type);
      const unknown = def.kind === "flags" ? unknownBits(def, width) : [];
      return unknown.map((bit) => [`${name} unknown bit ${bit}`, 1n << BigInt(bit)]);
    }
    default:
      return [];
  }
}
