/** Values in neutral JSON, as the peer protocol has them, and how numbers, text and bytes are written there. */
import type { IntName } from "../../ir/model.js";
import { NotOfType, refuseValue } from "./refusal.js";
import { bitsOf, rangeOf } from "./types.js";
import { hasLoneSurrogate } from "./utf8.js";
import { nearestFloat, parseDecimal } from "./numbers/decimal.js";

export type Neutral = null | boolean | number | string | Neutral[] | NeutralObject;
export interface NeutralObject {
  [name: string]: Neutral;
}

/** Raw bytes, or the members' JSON text, that an open structure keeps. */
export const UNKNOWN = "$unknown";

/** Without a prototype, so that no field name is special. */
export const emptyObject = (): NeutralObject => Object.create(null) as NeutralObject;

export function objectOf(value: Neutral | undefined, path: string): NeutralObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new NotOfType("an object", path);
  return value;
}

export function arrayOf(value: Neutral | undefined, path: string): Neutral[] {
  if (!Array.isArray(value)) throw new NotOfType("an array", path);
  return value;
}

export function memberOf(value: NeutralObject, name: string): Neutral | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Integers wider than 32 bits are decimal text, since not every JSON reader keeps them exact. */
export function integerNeutral(int: IntName, value: bigint): Neutral {
  return bitsOf(int) > 32 ? value.toString() : Number(value);
}

export function integerOf(int: IntName, value: Neutral | undefined, path: string): bigint {
  const whole = wholeNumber(bitsOf(int) > 32, value, path);
  const { min, max } = rangeOf(int);
  if (whole < min || whole > max) refuseValue("out_of_range", path);
  return whole;
}

export function wholeNumber(asText: boolean, value: Neutral | undefined, path: string): bigint {
  if (asText) {
    if (typeof value !== "string" || !/^-?[0-9]+$/.test(value)) throw new NotOfType("an integer as decimal text", path);
    return BigInt(value);
  }
  if (typeof value !== "number" || !Number.isInteger(value)) throw new NotOfType("an integer", path);
  return BigInt(value);
}

export function floatOf(bits: 32 | 64, value: Neutral | undefined, path: string): number {
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
  const decimal = typeof value === "string" ? parseDecimal(value) : undefined;
  if (!decimal) throw new NotOfType("a float as text", path);
  const number = nearestFloat(decimal, bits);
  if (!Number.isFinite(number)) refuseValue("out_of_range", path);
  return number;
}

export function boolOf(value: Neutral | undefined, path: string): boolean {
  if (typeof value !== "boolean") throw new NotOfType("a bool", path);
  return value;
}

export function textFrom(value: Neutral | undefined, path: string): string {
  if (typeof value !== "string") throw new NotOfType("text", path);
  if (hasLoneSurrogate(value)) refuseValue("invalid_utf8", path);
  return value;
}

export function bytesFrom(value: Neutral | undefined, path: string): Uint8Array {
  if (typeof value !== "string" || !/^([0-9a-f]{2})*$/.test(value)) throw new NotOfType("bytes as lowercase hex", path);
  return Uint8Array.from(Buffer.from(value, "hex"));
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
