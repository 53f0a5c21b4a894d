/** Integers spelt otherwise, beyond their type, or without a meaning. */
import { integerBytes, varintBytes } from "../../oracle/binary/integers.js";
import type { IntForm } from "../../oracle/spans.js";
import type { Types } from "../../oracle/types.js";
import { bitsOf, isSigned, rangeOf } from "../../oracle/types.js";
import type { BitsDef } from "../../../ir/model.js";
import type { IntName } from "../../../ir/model.js";
import type { Edit, MarkOf, Message } from "../message.js";
import { overwritten, placeOf } from "../message.js";
import { unknownNumbers } from "../values/choices.js";

/** Of flags up to this width every unknown bit is tried. */
const ALL_BITS = 16;

export function* integerEdits(message: Message, span: MarkOf<"integer">, types: Types): Iterable<Edit> {
  const { start, end, mark } = span;
  const place = placeOf(span);
  const put = (what: string, bytes: number[]): Edit => ({ name: `${place} ${what}`, bytes: overwritten(message, start, end, bytes) });
  if (mark.form === "varint") for (const [what, bytes] of varintForms([...message.bytes.subarray(start, end)], mark.int)) yield put(what, bytes);
  for (const [what, number] of meaningless(mark, numberAt(message, span), types)) yield put(what, integerBytes(mark.int, mark.form, number));
}

function numberAt({ bytes }: Message, { start, end, mark: { int, form } }: MarkOf<"integer">): bigint {
  return fromBytes([...bytes.subarray(start, end)], int, form);
}

/** The inverse of `integerBytes`, for bytes that it made. */
function fromBytes(bytes: number[], int: IntName, form: IntForm): bigint {
  if (form === "varint") {
    const raw = bytes.reduceRight((sum, byte) => (sum << 7n) | BigInt(byte & 0x7f), 0n);
    return !isSigned(int) ? raw : raw % 2n === 0n ? raw / 2n : -(raw + 1n) / 2n;
  }
  const ordered = form === "le" ? [...bytes].reverse() : bytes;
  const raw = ordered.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return isSigned(int) ? BigInt.asIntN(bitsOf(int), raw) : raw;
}

function varintForms(bytes: number[], int: IntName): [string, number[]][] {
  const open = [...bytes.slice(0, -1), bytes.at(-1)! | 0x80];
  const padded = (length: number): number[] => [...open, ...new Array<number>(length - open.length - 1).fill(0x80), 0x00];
  const forms: [string, number[]][] = [
    ["varint with a zero byte more", [...open, 0x00]],
    ["varint of 2^64", [...new Array<number>(9).fill(0x80), 0x02]],
    ["varint of ten full bytes", [...new Array<number>(9).fill(0xff), 0x7f]],
    ["varint of eleven bytes", [...new Array<number>(10).fill(0x80), 0x00]],
    ["varint without an end", new Array<number>(12).fill(0xff)],
  ];
  if (bytes.length < 9) forms.push(["varint of ten bytes", padded(10)]);
  // The lowest bit is the sign after zigzag; twice the range is beyond the type either way.
  if (bitsOf(int) < 64) forms.push(["varint beyond the type", varintBytes(1n << BigInt(bitsOf(int)))], ["varint of 2^64 - 1", varintBytes((1n << 64n) - 1n)]);
  return forms;
}

/** Numbers that can be written but must not be. */
function meaningless({ int, use }: MarkOf<"integer">["mark"], number: bigint, types: Types): [string, bigint][] {
  const { min, max } = rangeOf(int);
  const numbers = (): [string, bigint][] => {
    switch (use.kind) {
      case "constant":
        return [...new Set([number + 1n, number - 1n, 0n, max, BigInt.asUintN(8, number) << 8n])].filter((other) => other !== number).map((other) => [`constant ${other}`, other]);
      case "enum": {
        const def = types.get(use.type);
        return def.kind === "enum" && !def.open ? unknownNumbers(def).map((other) => [`unknown ${other}`, other]) : [];
      }
      case "tag": {
        const def = types.get(use.type);
        if (def.kind !== "union") return [];
        const tags = def.cases.map(({ tag }) => tag);
        const others = [Math.max(...tags) + 1, ...def.reservedTags, ...Array.from({ length: Math.min(...tags) }, (_, index) => index).slice(0, 3)].map(BigInt);
        return [...new Set([...others, max])].filter((tag) => !tags.includes(Number(tag))).map((tag) => [`unknown tag ${tag}`, tag]);
      }
      case "flags": {
        const def = types.get(use.type);
        return def.kind === "flags" ? unknownBits(def.flags.map(({ bit }) => bit), bitsOf(int)).map((bit) => [`unknown bit ${bit}`, number | (1n << BigInt(bit))]) : [];
      }
      case "bits": {
        const def = types.get(use.type);
        return def.kind === "bits" ? badBits(def, number, types) : [];
      }
      default:
        return [];
    }
  };
  return numbers().filter(([, other]) => other >= min && other <= max);
}

function unknownBits(known: number[], width: number): number[] {
  const unknown = Array.from({ length: width }, (_, bit) => bit).filter((bit) => !known.includes(bit));
  return width <= ALL_BITS ? unknown : [...new Set([unknown[0], unknown.at(-1), ...known.flatMap((bit) => [bit - 1, bit + 1])])].filter((bit): bit is number => bit !== undefined && unknown.includes(bit));
}

/** Each bit field in turn set to what it must not be. */
function badBits(def: BitsDef, number: bigint, types: Types): [string, bigint][] {
  const bad: [string, bigint][] = [];
  let shift = 0n;
  for (const { name, width, content } of def.fields) {
    const from = shift;
    const set = (value: bigint): bigint => (number & ~(((1n << BigInt(width)) - 1n) << from)) | (value << from);
    const most = (1n << BigInt(width)) - 1n;
    if (content.kind === "reserved") for (const value of new Set([1n, 1n << BigInt(width - 1)])) bad.push([`reserved bit ${from + (value === 1n ? 0n : BigInt(width - 1))}`, set(value)]);
    if (content.kind === "const") for (const value of new Set([BigInt(content.value) ^ 1n, most])) if (value !== BigInt(content.value)) bad.push([`${name} constant ${value}`, set(value)]);
    if (content.kind === "enum") {
      const inner = types.get(content.type);
      if (inner.kind === "enum" && !inner.open) for (const value of unknownNumbers(inner)) if (value >= 0n && value <= most) bad.push([`${name} unknown ${value}`, set(value)]);
    }
    if (content.kind === "flags") {
      const inner = types.get(content.type);
      if (inner.kind === "flags") for (const bit of unknownBits(inner.flags.map((flag) => flag.bit), width)) bad.push([`${name} unknown bit ${bit}`, set(1n << BigInt(bit))]);
    }
    shift += BigInt(width);
  }
  return bad;
}
