/** What every encoding checks of a value before it is written. */
import { EncodeError } from "./errors.js";
import type { Pattern } from "./pattern.js";
import { matches } from "./pattern.js";

const MIN_I64 = -(1n << 63n);
const MAX_I64 = (1n << 63n) - 1n;
const MAX_U64 = (1n << 64n) - 1n;

/** A whole number from `min` to `max`; not a numeric string or anything else that merely compares as one. */
export function checkInt(value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max) throw outside(value, min, max);
  return value;
}

export function checkBigInt(value: bigint, min: bigint, max: bigint): bigint {
  if (typeof value !== "bigint" || value < min || value > max) throw outside(value, min, max);
  return value;
}

export function checkU64(value: bigint): bigint {
  return checkBigInt(value, 0n, MAX_U64);
}

export function checkI64(value: bigint): bigint {
  return checkBigInt(value, MIN_I64, MAX_I64);
}

/** A NaN is outside all bounds. */
export function checkFloat(value: number, min: number, max: number): number {
  if (!(value >= min && value <= max))
    throw new EncodeError("out_of_range", `is ${shown(value)}, not within ${min} and ${max}`);
  return value;
}

/** Not a whole number from `min` to `max`. */
export function outside(value: unknown, min: number | bigint, max: number | bigint): EncodeError {
  return new EncodeError("out_of_range", `is ${shown(value)}, not a whole number from ${min} to ${max}`);
}

/** Sizes of text and bytes in bytes, of lists and maps in elements. */
export function checkSize(size: number, min: number, max: number, what: "bytes" | "elements"): void {
  if (size > max) throw new EncodeError("too_long", `is ${size} ${what} long, more than ${max}`);
  if (size < min) throw new EncodeError("out_of_range", `is ${size} ${what} long, less than ${min}`);
}

export function checkBool(value: boolean): boolean {
  if (typeof value !== "boolean") throw notOf("a boolean", value);
  return value;
}

export function checkText(value: string): string {
  if (typeof value !== "string") throw notOf("a string", value);
  return value;
}

export function checkBytes(value: Uint8Array): Uint8Array {
  // Not instanceof: arrays may come from another realm, such as a frame.
  if (!ArrayBuffer.isView(value) || value.BYTES_PER_ELEMENT !== 1) throw notOf("a Uint8Array", value);
  return value;
}

/** For programs that the type checker did not see. */
export function notOf(type: string, value: unknown): EncodeError {
  return new EncodeError("malformed", `is ${shown(value)}, not ${type}`);
}

export function unknownVariant(value: unknown): EncodeError {
  return new EncodeError("unknown_variant", `${shown(value)} is none of the names`);
}

/** For programs that the type checker did not see. */
export function unknownCase(value: { readonly case: string }): EncodeError {
  return unknownVariant(value.case);
}

/** Elements of a list, array or map. */
export function checkCount(count: number, min = 0, max = Infinity): void {
  checkSize(count, min, max, "elements");
}

export function checkPattern(value: string, pattern: Pattern): void {
  if (!matches(pattern, value)) throw new EncodeError("out_of_range", `does not match ${pattern.source}`);
}

/** `unknown`: the bits that have no name. The bit operators of the language make numbers with the highest bit negative; both signs are taken. */
export function checkFlags(value: number, unknown: number): number {
  if ((value & unknown) !== 0) throw unknownFlag(value);
  return value < 0 ? value >>> 0 : value;
}

export function checkFlagsBigInt(value: bigint, unknown: bigint): bigint {
  if ((value & unknown) !== 0n) throw unknownFlag(value);
  return value;
}

function unknownFlag(value: number | bigint): EncodeError {
  return new EncodeError("unknown_flag", `has a bit without a name: ${shown(value)}`);
}

/** Keys of a map that stand side by side after sorting: `order` is how they compare. */
export function checkDistinct(order: number): void {
  if (order === 0) throw new EncodeError("duplicate_key", "is there already");
}

/** An optional is absent while something after it is there. */
export function absent(): EncodeError {
  return new EncodeError("missing_field", "is absent, but something after it is there");
}

function shown(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : typeof value === "object" && value
      ? "an object"
      : String(value);
}
