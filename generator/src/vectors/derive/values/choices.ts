/** Enums, flags and bit fields: each name alone, and numbers without one. */
import type { BitField, EnumDef, FlagsDef } from "../../../ir/model.js";
import type { Neutral } from "../../oracle/neutral.js";
import { integerNeutral } from "../../oracle/neutral.js";
import type { Family, Types } from "../../oracle/types.js";
import { enumAt, flagsAt } from "../../oracle/choices.js";
import { rangeOf } from "../../oracle/types.js";
import type { Special } from "./variant.js";
import { special } from "./variant.js";

export function enums(def: EnumDef): Special[] {
  return [
    ...def.members.map(({ name }) => special(name, name)),
    // Where the language's type can hold a number without a name, a closed enum's encoder must refuse it.
    ...(def.open ? unknownNumbers(def) : ends(unknownNumbers(def))).map((number) => special(`number ${number}`, integerNeutral(def.repr, number))),
    special("unknown name", "noSuchMember"),
  ];
}

/** The least and the greatest. */
const ends = (numbers: bigint[]): bigint[] => {
  const sorted = [...numbers].sort((a, b) => (a < b ? -1 : 1));
  return [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])];
};

/** The neighbours of every known number, the retired ones, and the ends of the integer. */
export function unknownNumbers(def: EnumDef): bigint[] {
  const known = new Set(def.members.map(({ value }) => BigInt(value)));
  const { min, max } = rangeOf(def.repr);
  const neighbours = [...known].flatMap((number) => [number + 1n, number - 1n]);
  const candidates = [...neighbours, ...def.reservedValues.map(BigInt), max, min, 0n];
  return [...new Set(candidates)].filter((number) => number >= min && number <= max && !known.has(number));
}

/** Which path an encoder gives an unknown name in JSON is not settled, so that is left out there. */
export function flagSets(def: FlagsDef, family: Family): Special[] {
  return [
    special("none", []),
    ...def.flags.map(({ name }) => special(`${name} alone`, [name])),
    special("all", def.flags.map(({ name }) => name)),
    ...(family === "json" ? [] : [special("unknown name", ["noSuchFlag"])]),
  ];
}

export function bitValues(types: Types, field: BitField): Special[] {
  const { content, width } = field;
  switch (content.kind) {
    case "uint": {
      const most = (1n << BigInt(width)) - 1n;
      const number = (value: bigint): Neutral => (width > 32 ? value.toString() : Number(value));
      return [special("least", number(0n)), special("greatest", number(most)), special("above the greatest", number(most + 1n))];
    }
    case "bool":
      return [special("false", false), special("true", true)];
    case "enum":
      return enums(enumAt(types, content.type)).filter(({ value }) => !enumAt(types, content.type).open || typeof value !== "number" || value < 2 ** width);
    case "flags":
      return flagSets(flagsAt(types, content.type), "json");
    default:
      return [];
  }
}
