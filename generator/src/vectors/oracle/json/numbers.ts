/** Integers and floats as JSON numbers. */
import type { TypeExpr } from "../../../ir/model.js";
import { floatFault, integerFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { floatOf, integerNeutral, integerOf } from "../neutral.js";
import { nearestFloat, parseDecimal } from "../numbers/decimal.js";
import { floatText, neutralFloatText } from "../numbers/floatText.js";
import { refuse, refuseValue } from "../refusal.js";
import { rangeOf } from "../types.js";
import type { JsonReader } from "./reader.js";
import type { JsonWriter } from "./writer.js";

type IntType = Extract<TypeExpr, { kind: "int" }>;
type FloatType = Extract<TypeExpr, { kind: "float" }>;

/** The integer that `text` spells, or what is wrong with it. Leading zeros and `-0` are one fault less than a fraction. */
export function parseInteger(text: string): bigint | "malformed" | "non_canonical" {
  if (!/^-?[0-9]+$/.test(text)) return "malformed";
  return /^(?:0|-?[1-9][0-9]*)$/.test(text) ? BigInt(text) : "non_canonical";
}

/** Checks the spelling, the type's range and the bounds of an integer whose token begins at `start`. */
export function integerAt(text: string, type: Pick<IntType, "int" | "min" | "max">, start: number, path: string): bigint {
  const value = parseInteger(text);
  if (typeof value === "string") refuse(value, start, path);
  const { min, max } = rangeOf(type.int);
  const fault = value < min || value > max ? "out_of_range" : integerFault(type, value);
  if (fault) refuse(fault, start, path);
  return value;
}

export function readInt(reader: JsonReader, type: IntType, path: string): Neutral {
  const { start, text } = reader.cursor.number(path);
  return integerNeutral(type.int, integerAt(text, type, start, path));
}

export function writeInt(writer: JsonWriter, type: IntType, value: Neutral | undefined, path: string): void {
  const integer = integerOf(type.int, value, path);
  const fault = integerFault(type, integer);
  if (fault && writer.strict) refuseValue(fault, path);
  writer.number(integer.toString(), path, type);
}

export function readFloat(reader: JsonReader, type: FloatType, path: string): Neutral {
  const { start, text } = reader.cursor.number(path);
  const decimal = parseDecimal(text);
  if (!decimal) refuse("malformed", start, path);
  const value = nearestFloat(decimal, type.bits);
  if (!Number.isFinite(value)) refuse("out_of_range", start, path);
  if (floatText(value, type.bits) !== text) refuse("non_canonical", start, path);
  const fault = floatFault(type, value);
  if (fault) refuse(fault, start, path);
  return neutralFloatText(value);
}

export function writeFloat(writer: JsonWriter, type: FloatType, value: Neutral | undefined, path: string): void {
  const number = floatOf(type.bits, value, path);
  if (!Number.isFinite(number)) refuseValue("out_of_range", path);
  const fault = floatFault(type, number);
  if (fault && writer.strict) refuseValue(fault, path);
  writer.number(floatText(number, type.bits), path, type);
}
