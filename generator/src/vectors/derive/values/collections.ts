/** Lists, arrays and maps of telling size and order. */
import type { TypeExpr } from "../../../ir/model.js";
import type { LeastSizes } from "../../oracle/leastSize.js";
import { compareKeys } from "../../oracle/keys.js";
import type { Neutral } from "../../oracle/neutral.js";
import type { Family } from "../../oracle/types.js";
import type { Sampler } from "./sampler.js";
import { sizesAround } from "./texts.js";
import type { Special } from "./variant.js";
import { distinct, special } from "./variant.js";

type ListType = Extract<TypeExpr, { kind: "list" }>;
type ArrayType = Extract<TypeExpr, { kind: "array" }>;
type MapType = Extract<TypeExpr, { kind: "map" }>;

/** What a JSON element is taken to cost, since it has no least size of its own. */
const JSON_ELEMENT = 16;

/** More than there are bytes behind most lists, so that it shows how much an element is taken to need. */
const MANY = 600;

export function lists(type: ListType, base: Neutral[], family: Family, sampler: Sampler, least: LeastSizes): Special[] {
  const perElement = family === "json" ? JSON_ELEMENT : least.of(type.element, family);
  const one = base[0] ?? sampler.least(type.element);
  const of = (count: number): Neutral[] => Array.from({ length: count }, (_, index) => (index === 0 ? one : sampler.least(type.element)));
  return distinct([
    special("empty", []),
    special("one element", [one]),
    ...(base.length > 1 ? [special("turned around", [...base].reverse())] : []),
    ...(perElement === 1 && type.limit.max === null ? [special("many of the least", of(MANY))] : []),
    ...sizesAround(type.framing, type.limit, family, perElement).map(([what, count]) => special(what, of(count))),
  ]);
}

export function arrays(type: ArrayType, base: Neutral[], sampler: Sampler): Special[] {
  return [
    special("one element short", base.slice(0, -1)),
    special("one element too many", [...base, sampler.least(type.element)]),
    ...(base.length > 1 ? [special("turned around", [...base].reverse())] : []),
  ];
}

export function maps(type: MapType, base: [Neutral, Neutral][], family: Family, sampler: Sampler, least: LeastSizes): Special[] {
  const perEntry = family === "json" ? JSON_ELEMENT : least.of(type.key, family) + least.of(type.value, family);
  const filled = (keys: Neutral[]): Neutral => [...keys].sort((a, b) => compareKeys(sampler.types, type.key, a, b)).map((key) => [key, sampler.least(type.value)]);
  const sizes = sizesAround(type.framing, type.limit, family, perEntry).flatMap(([what, count]) => {
    const keys = sampler.keys(type.key, count);
    return keys.length === count ? [special(what, filled(keys))] : [];
  });
  return distinct([
    special("empty", []),
    special("one entry", base.slice(0, 1)),
    ...(base.length > 1 ? [special("entries out of order", [...base].reverse()), special("same key twice", [base[0]!, base[1]!, [base[0]![0], base[1]![1]]])] : []),
    ...sizes,
    // Longer than the least entries are: cut off, such a map ends within its last value.
    ...telling(type.key).map(([what, keys]) => special(what, filled(keys), what === DIFFERENT_LENGTHS && family !== "json")),
  ]);
}

const DIFFERENT_LENGTHS = "keys of different length";
const TELLING_TEXTS: [string, Neutral[]][] = [
  ["keys beyond the basic plane", ["\uff5e", "\u{1f600}", "z"]],
  ["keys that begin alike", ["a", "ab", "a\u0000"]],
  ["keys of either case", ["a", "B", "_", "é", "e"]],
  ["keys that look like numbers", ["10", "9", "2"]],
];

/** Keys that sort differently by UTF-16 unit, by locale, as text, or as unsigned numbers. */
function telling(key: TypeExpr): [string, Neutral[]][] {
  switch (key.kind) {
    case "text": {
      const { min, max } = key.limit;
      if (key.pattern !== undefined || min > 1 || (max !== null && max < 4)) return [];
      return min === 0 ? [...TELLING_TEXTS, ["with an empty key", ["", "a"]]] : TELLING_TEXTS;
    }
    case "int": {
      const wide = key.int === "u64" || key.int === "i64";
      const negative = key.int.startsWith("i") ? [-1, -100] : [];
      return [[DIFFERENT_LENGTHS, within(key, wide ? ["2", "10", "300", "9223372036854775807"] : [2, 10, 100, ...negative])]];
    }
    case "bytes":
      return [["keys that begin alike", ["00", "0000", "ff", ""]]];
    default:
      return [];
  }
}

function within(key: Extract<TypeExpr, { kind: "int" }>, values: (string | number)[]): Neutral[] {
  return values.filter((value) => BigInt(value) >= BigInt(key.min ?? value) && BigInt(value) <= BigInt(key.max ?? value));
}
