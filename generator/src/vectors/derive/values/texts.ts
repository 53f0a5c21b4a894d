/** Texts and byte strings of telling content and size. */
import type { Framing, SizeLimit, TypeExpr } from "../../../ir/model.js";
import { rangeOf, type Family } from "../../oracle/types.js";
import { utf8Of } from "../../oracle/utf8.js";
import type { Sampler } from "./sampler.js";
import type { Special } from "./variant.js";
import { distinct, special } from "./variant.js";

type TextType = Extract<TypeExpr, { kind: "text" }>;
type BytesType = Extract<TypeExpr, { kind: "bytes" }>;

/** Sizes above this are only claimed by a prefix, never filled; but a 16-bit prefix is filled once, to see that nobody wraps around. */
export const MOST_DATA = 8192;
const SIXTEEN_BITS = 65535;

const ORDINARY: Special[] = [
  special("empty", ""),
  special("NUL", "a\u0000b"),
  special("byte order mark", "\ufeffab"),
  special("two-byte characters", "\u0080é\u07ff"),
  special("three-byte characters", "\u0800語\ud7ff\ue000\uffff"),
  special("four-byte characters", "\u{10000}🦀\u{10ffff}"),
  special("quotes and controls", '"\\/\b\f\n\r\t\u0001\u001f\u007f'),
  special("line separators", "\u2028\u2029<>&"),
];

/** They have no length in UTF-8, so where a text must be longer it is not settled which of the two faults comes first. */
const LONE_SURROGATES: Special[] = [special("lone high surrogate", "a\ud800b"), special("lone low surrogate", "\udc00")];
/** In bytes, if each is replaced by U+FFFD. */
const SHORTEST_REPLACED = 3;

export function texts(type: TextType, family: Family, sampler: Sampler): Special[] {
  return distinct([...(type.pattern === undefined ? ORDINARY : patterned(type, sampler)), ...(type.limit.min > SHORTEST_REPLACED ? [] : LONE_SURROGATES), ...sizedTexts(type, family, sampler), ...wideTexts(type)]);
}

/** Matching texts, and those that engines are known to judge differently. */
function patterned(type: TextType, sampler: Sampler): Special[] {
  const good = [0, 1, 2, 5, 11].map((seed) => sampler.textOfSize(type, type.limit.min, seed));
  const first = good[1]!;
  return [
    ...good.flatMap((text) => [text, roundAgain(text)]).map((text) => special(`"${text}"`, text)),
    special("empty", ""),
    special("line feed after a match", `${first}\n`),
    special("match within more", ` ${first} `),
    special("upper case", first.toUpperCase()),
    special("outside of ASCII", `${first}é`),
    special("full-width digit", `${first}\uff11`),
    special("NUL after a match", `${first}\u0000`),
    special("punctuation", "..//--__"),
  ];
}

/** With all from the last mark on once more: it goes round in what a pattern repeats, or is no match. */
const roundAgain = (text: string): string => text + text.slice(Math.max(0, text.search(/[\W_][^\W_]*$/)));

function sizedTexts(type: TextType, family: Family, sampler: Sampler): Special[] {
  return sizesAround(type.framing, type.limit, family).flatMap(([what, size]) => {
    try {
      return [special(what, textOf(type, size, sampler))];
    } catch {
      // A pattern need not have a text of every size.
      return [];
    }
  });
}

function textOf(type: TextType, size: number, sampler: Sampler): string {
  return type.pattern === undefined ? "s".repeat(size) : sampler.textOfSize({ ...type, limit: { min: 0, max: null } }, size, 1);
}

/** A limit counts bytes, not characters. */
function wideTexts({ limit: { max }, pattern }: TextType): Special[] {
  if (max === null || max > MOST_DATA || max < 2 || pattern !== undefined) return [];
  const wide = "é".repeat(Math.floor(max / 2));
  const full = wide.padEnd(wide.length + max - utf8Of(wide).length, "s");
  return [special("greatest size in bytes", full), special("beyond the greatest size in bytes only", `${full.slice(0, -1)}éé`)];
}

export function byteStrings(type: BytesType, family: Family): Special[] {
  const lengths = family === "json" ? [1, 2, 3, 4, 5] : [1];
  return distinct([
    special("empty", ""),
    ...lengths.map((length) => special(`${length} bytes`, "fbff3e00a5".slice(0, 2 * length))),
    ...sizesAround(type.framing, type.limit, family).map(([what, size]) => special(what, "5a".repeat(size))),
  ]);
}

/** At both ends of what is allowed, and one beyond, as far as it is not too much data. */
export function sizesAround(framing: Framing, limit: SizeLimit, family: Family, perElement = 1): [string, number][] {
  const capacity = framing.kind === "prefix" && family !== "json" ? rangeOf(framing.int).max : null;
  const max = capacity === null ? limit.max : Math.min(limit.max ?? Infinity, Number(capacity));
  const sizes: [string, number][] = [];
  if (limit.min > 0 && limit.min * perElement <= MOST_DATA) sizes.push(["least size", limit.min], ["below the least size", limit.min - 1]);
  if (max !== null && (max * perElement <= MOST_DATA || max * perElement === SIXTEEN_BITS)) sizes.push(["greatest size", max], ["above the greatest size", max + 1]);
  if (family === "compact" && 128 * perElement <= MOST_DATA && framing.kind === "natural") sizes.push(["size 127", 127], ["size 128", 128]);
  return sizes;
}
