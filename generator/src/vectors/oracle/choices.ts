/** Enums, flags and bit fields between their integers and neutral JSON. */
import type { BitField, BitsDef, EnumDef, FlagsDef, TypeId } from "../../ir/model.js";
import type { Neutral, NeutralObject } from "./neutral.js";
import { arrayOf, boolOf, emptyObject, integerNeutral, memberOf, objectOf, wholeNumber } from "./neutral.js";
import type { RefusalKind } from "./refusal.js";
import { NotOfType, memberPath, refuseValue } from "./refusal.js";
import type { Types } from "./types.js";
import { bitsOf, rangeOf } from "./types.js";

/** Says what is wrong with an integer read from the wire. */
export type Fail = (kind: RefusalKind, path: string) => never;

export function enumNeutral(def: EnumDef, number: bigint, path: string, fail: Fail): Neutral {
  const member = def.members.find(({ value }) => BigInt(value) === number);
  if (member) return member.name;
  return def.open ? integerNeutral(def.repr, number) : fail("unknown_variant", path);
}

/** By name; also by number, which a closed enum refuses unless it has that number. */
export function enumNumber(def: EnumDef, value: Neutral | undefined, path: string): bigint {
  const member = def.members.find(({ name }) => name === value);
  if (member) return BigInt(member.value);
  const asText = bitsOf(def.repr) > 32;
  if (typeof value === "string" && !(asText && /^-?[0-9]+$/.test(value))) refuseValue("unknown_variant", path);
  const number = wholeNumber(asText, value, path);
  const { min, max } = rangeOf(def.repr);
  if (number < min || number > max) refuseValue("out_of_range", path);
  if (!def.open && !def.members.some(({ value }) => BigInt(value) === number)) refuseValue("unknown_variant", path);
  return number;
}

export function flagsNeutral(def: FlagsDef, mask: bigint, path: string, fail: Fail): Neutral {
  const known = def.flags.reduce((all, { bit }) => all | (1n << BigInt(bit)), 0n);
  if ((mask & ~known) !== 0n) fail("unknown_flag", path);
  return def.flags.filter(({ bit }) => (mask >> BigInt(bit)) & 1n).map(({ name }) => name);
}

export function flagsMask(def: FlagsDef, value: Neutral | undefined, path: string): bigint {
  let mask = 0n;
  for (const name of arrayOf(value, path)) {
    const flag = def.flags.find((flag) => flag.name === name);
    if (!flag) refuseValue("unknown_flag", path);
    const bit = 1n << BigInt(flag.bit);
    if (mask & bit) throw new NotOfType("every flag once", path);
    mask |= bit;
  }
  return mask;
}

/** Not reserved, not constant: those that the value holds. */
export const isValueBits = (field: BitField): boolean => field.content.kind !== "reserved" && field.content.kind !== "const";

/** Fields from the low bit up; reserved bits are at fault with the integer's own path. */
export function bitsNeutral(types: Types, def: BitsDef, integer: bigint, path: string, fail: Fail): Neutral {
  const value = emptyObject();
  let rest = integer;
  for (const field of def.fields) {
    const part = rest & ((1n << BigInt(field.width)) - 1n);
    rest >>= BigInt(field.width);
    const found = bitFieldNeutral(types, field, part, path, fail);
    if (found !== undefined) value[field.name] = found;
  }
  return value;
}

function bitFieldNeutral(types: Types, field: BitField, part: bigint, path: string, fail: Fail): Neutral | undefined {
  const own = memberPath(path, field.name);
  const { content } = field;
  switch (content.kind) {
    case "uint":
      return field.width > 32 ? part.toString() : Number(part);
    case "bool":
      return part !== 0n;
    case "enum":
      return enumNeutral(enumAt(types, content.type), part, own, fail);
    case "flags":
      return flagsNeutral(flagsAt(types, content.type), part, own, fail);
    case "const":
      if (part !== BigInt(content.value)) fail("bad_constant", own);
      return undefined;
    case "reserved":
      if (part !== 0n) fail("non_canonical", path);
      return undefined;
  }
}

export function bitsInteger(types: Types, def: BitsDef, neutral: Neutral | undefined, path: string): bigint {
  const value = objectOf(neutral, path);
  let integer = 0n;
  let shift = 0n;
  for (const field of def.fields) {
    integer |= bitFieldInteger(types, field, value, memberPath(path, field.name)) << shift;
    shift += BigInt(field.width);
  }
  return integer;
}

export function bitFieldInteger(types: Types, field: BitField, value: NeutralObject, path: string): bigint {
  const given = memberOf(value, field.name);
  const { content } = field;
  switch (content.kind) {
    case "uint":
      return within(field, wholeNumber(field.width > 32, given, path), path);
    case "bool":
      return boolOf(given, path) ? 1n : 0n;
    case "enum":
      return within(field, enumNumber(enumAt(types, content.type), given, path), path);
    case "flags":
      return flagsMask(flagsAt(types, content.type), given, path);
    case "const":
      if (given !== undefined && given !== content.value) refuseValue("bad_constant", path);
      return BigInt(content.value);
    case "reserved":
      return 0n;
  }
}

function within(field: BitField, number: bigint, path: string): bigint {
  if (number < 0n || number >= 1n << BigInt(field.width)) refuseValue("out_of_range", path);
  return number;
}

export function enumAt(types: Types, id: TypeId): EnumDef {
  const def = types.get(id);
  if (def.kind !== "enum") throw new Error(`${id} is not an enum`);
  return def;
}

export function flagsAt(types: Types, id: TypeId): FlagsDef {
  const def = types.get(id);
  if (def.kind !== "flags") throw new Error(`${id} is not a set of flags`);
  return def;
}
