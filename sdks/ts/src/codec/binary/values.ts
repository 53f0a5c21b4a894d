/** Values of variable size, and checks on values of any. `start` is the offset that a refusal reports. */
import { DecodeError } from "../errors.js";
import { decodeUtf8 } from "../utf8.js";
import type { Pattern } from "../pattern.js";
import { matches } from "../pattern.js";
import type { Prefix } from "./prefix.js";
import { size } from "./prefix.js";
import type { Reader } from "./reader.js";
import { left, take, truncated } from "./reader.js";

/** Reads a prefix of bytes and checks it. */
function length(r: Reader, prefix: Prefix, min: number, max: number): number {
  const start = r.pos;
  const bytes = size(r, prefix);
  checkSize(start, bytes, min, max, "bytes");
  if (bytes > left(r)) throw truncated(start, bytes, left(r));
  return bytes;
}

function checkSize(start: number, size: number, min: number, max: number, what: string): void {
  if (size > max) throw new DecodeError("too_long", start, `is ${size} ${what} long, more than ${max}`);
  if (size < min) throw new DecodeError("out_of_range", start, `is ${size} ${what} long, less than ${min}`);
}

/** Reads a prefix of elements, each of which takes `least` bytes or more. */
export function count(r: Reader, prefix: Prefix, least: number, min = 0, max = Infinity): number {
  const start = r.pos;
  const elements = size(r, prefix);
  checkSize(start, elements, min, max, "elements");
  if (elements * least > left(r)) throw truncated(start, elements * least, left(r));
  return elements;
}

/** For elements up to the end of the window: true if one more follows the `found` ones, which must not be `max` then. */
export function more(r: Reader, start: number, found: number, max = Infinity): boolean {
  if (r.pos >= r.end) return false;
  if (found >= max) throw new DecodeError("too_long", start, `has more than ${max} elements`);
  return true;
}

/** After the last element. */
export function enough(start: number, found: number, min: number): void {
  if (found < min) throw new DecodeError("out_of_range", start, `has ${found} elements, less than ${min}`);
}

export function text(r: Reader, prefix: Prefix, min = 0, max = Infinity): string {
  const start = r.pos;
  const bytes = length(r, prefix, min, max);
  const at = r.pos;
  const value = decodeUtf8(r.bytes, at, at + bytes);
  if (value === undefined) throw new DecodeError("invalid_utf8", start, "is not UTF-8");
  r.pos = at + bytes;
  return value;
}

/** A view into the input. */
export function bytes(r: Reader, prefix: Prefix, min = 0, max = Infinity): Uint8Array {
  const size = length(r, prefix, min, max);
  return view(r.bytes, take(r, size), size);
}

/** A view into the input. */
export function fixedBytes(r: Reader, size: number): Uint8Array {
  return view(r.bytes, take(r, size), size);
}

/** A view of its own, also where `bytes` is of a subclass such as Node's `Buffer`. */
export function view(bytes: Uint8Array, at: number, size: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + at, size);
}

export function matching(start: number, value: string, pattern: Pattern): string {
  if (!matches(pattern, value)) throw new DecodeError("out_of_range", start, `does not match ${pattern.source}`);
  return value;
}

/** A NaN is outside all bounds. */
export function bounded(start: number, value: number, min: number, max: number): number {
  if (!(value >= min && value <= max)) throw outside(start, value, min, max);
  return value;
}

export function boundedBigInt(start: number, value: bigint, min: bigint, max: bigint): bigint {
  if (value < min || value > max) throw outside(start, value, min, max);
  return value;
}

function outside(start: number, value: number | bigint, min: number | bigint, max: number | bigint): DecodeError {
  return new DecodeError("out_of_range", start, `is ${value}, not within ${min} and ${max}`);
}

export function constant(start: number, value: number, expected: number): void {
  if (value !== expected) throw badConstant(start, value, expected);
}

export function constantBigInt(start: number, value: bigint, expected: bigint): void {
  if (value !== expected) throw badConstant(start, value, expected);
}

function badConstant(start: number, value: number | bigint, expected: number | bigint): DecodeError {
  return new DecodeError("bad_constant", start, `is ${value}, not ${expected}`);
}

export function constantBytes(bytes: Uint8Array, at: number, expected: readonly number[]): void {
  for (let i = 0; i < expected.length; i++)
    if (bytes[at + i] !== expected[i])
      throw new DecodeError("bad_constant", at, "is not the constant that belongs here");
}

/** Reserved bits of an integer that begins at `start`. */
export function reservedBits(start: number, bits: number | bigint): void {
  if (bits !== 0 && bits !== 0n) throw new DecodeError("non_canonical", start, "has reserved bits that are not zero");
}

export function reserved(bytes: Uint8Array, at: number, size: number): void {
  for (let i = 0; i < size; i++)
    if (bytes[at + i] !== 0) throw new DecodeError("non_canonical", at, "is reserved and must be zero");
}

/** The bits of `value` that have a name; `unknown` are those that have none. */
export function flags(start: number, value: number, unknown: number): number {
  if ((value & unknown) !== 0) throw unknownFlag(start, value);
  return value;
}

export function flagsBigInt(start: number, value: bigint, unknown: bigint): bigint {
  if ((value & unknown) !== 0n) throw unknownFlag(start, value);
  return value;
}

function unknownFlag(start: number, value: number | bigint): DecodeError {
  return new DecodeError("unknown_flag", start, `has a bit without a name: 0x${value.toString(16)}`);
}

export function unknownVariant(start: number, value: number | bigint | string): DecodeError {
  return new DecodeError("unknown_variant", start, `${value} is the number of none`);
}

/** Opens a window of as many bytes as the prefix says; returns where the outer one ends. */
export function open(r: Reader, prefix: Prefix, min = 0, max = Infinity): number {
  const bytes = length(r, prefix, min, max);
  const outer = r.end;
  r.end = r.pos + bytes;
  return outer;
}

/** Closes a window that holds exactly `content`. */
export function close<T>(r: Reader, outer: number, content: T): T {
  if (r.pos < r.end) throw new DecodeError("trailing_bytes", r.pos, `${r.end - r.pos} bytes are left over`);
  r.end = outer;
  return content;
}

/** What is left in the window, kept for an older reader; undefined if it is nothing. */
export function unknown(r: Reader): Uint8Array | undefined {
  const size = left(r);
  return size === 0 ? undefined : fixedBytes(r, size);
}

/** The key at `start` must stand after the one before it: `order` is how they compare. */
export function ascending(start: number, order: number): void {
  if (order === 0) throw new DecodeError("duplicate_key", start, "is there already");
  if (order > 0) throw new DecodeError("non_canonical", start, "stands after a greater key");
}
