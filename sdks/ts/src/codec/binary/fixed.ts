/**
 * Integers, floats and bools of fixed width. Those that end in `At` read where they are told: their caller has made sure that the
 * bytes are there.
 */
import { DecodeError } from "../errors.js";
import { float32, float64, HIGH, LOW, signed64, unsigned64, words } from "../scratch.js";
import type { Reader } from "./reader.js";
import { take } from "./reader.js";

/** The only NaN there is: its upper half as f64, or all of it as f32. */
export const NAN_64_HIGH = 0x7ff80000;
export const NAN_32 = 0x7fc00000;

export function u8At(bytes: Uint8Array, at: number): number {
  return bytes[at]!;
}

export function i8At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) >> 24;
}

export function u16At(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

export function i16At(bytes: Uint8Array, at: number): number {
  return (u16At(bytes, at) << 16) >> 16;
}

export function i32At(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

export function u32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

/** Written out, as `u32At` is: engines put only so much code of called functions into their caller, and less of it as calls nest. */
export function u64At(bytes: Uint8Array, at: number): bigint {
  words[LOW] = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  words[HIGH] = bytes[at + 4]! | (bytes[at + 5]! << 8) | (bytes[at + 6]! << 16) | (bytes[at + 7]! << 24);
  return unsigned64[0]!;
}

export function i64At(bytes: Uint8Array, at: number): bigint {
  words[LOW] = i32At(bytes, at);
  words[HIGH] = i32At(bytes, at + 4);
  return signed64[0]!;
}

export function f32At(bytes: Uint8Array, at: number): number {
  return float32From(i32At(bytes, at), at);
}

export function f64At(bytes: Uint8Array, at: number): number {
  return float64From(i32At(bytes, at), i32At(bytes, at + 4), at);
}

export function u16BeAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

export function i16BeAt(bytes: Uint8Array, at: number): number {
  return (u16BeAt(bytes, at) << 16) >> 16;
}

export function i32BeAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

export function u32BeAt(bytes: Uint8Array, at: number): number {
  return i32BeAt(bytes, at) >>> 0;
}

export function u64BeAt(bytes: Uint8Array, at: number): bigint {
  words[HIGH] = i32BeAt(bytes, at);
  words[LOW] = i32BeAt(bytes, at + 4);
  return unsigned64[0]!;
}

export function i64BeAt(bytes: Uint8Array, at: number): bigint {
  words[HIGH] = i32BeAt(bytes, at);
  words[LOW] = i32BeAt(bytes, at + 4);
  return signed64[0]!;
}

export function f32BeAt(bytes: Uint8Array, at: number): number {
  return float32From(i32BeAt(bytes, at), at);
}

export function f64BeAt(bytes: Uint8Array, at: number): number {
  return float64From(i32BeAt(bytes, at + 4), i32BeAt(bytes, at), at);
}

export function boolAt(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  if (byte > 1) throw new DecodeError("non_canonical", at, `is ${byte}, neither 0 nor 1`);
  return byte === 1;
}

/** The bits are judged before they become a number, since a conversion may change those of a NaN. */
function float32From(bits: number, at: number): number {
  words[0] = bits;
  const value = float32[0]!;
  if (value !== value && bits !== NAN_32) throw oddNan(at);
  return value;
}

function float64From(low: number, high: number, at: number): number {
  words[LOW] = low;
  words[HIGH] = high;
  const value = float64[0]!;
  if (value !== value && (high !== NAN_64_HIGH || low !== 0)) throw oddNan(at);
  return value;
}

function oddNan(at: number): DecodeError {
  return new DecodeError("non_canonical", at, "is a NaN other than the canonical one");
}

export function u8(r: Reader): number {
  return u8At(r.bytes, take(r, 1));
}

export function i8(r: Reader): number {
  return i8At(r.bytes, take(r, 1));
}

export function u16(r: Reader): number {
  return u16At(r.bytes, take(r, 2));
}

export function i16(r: Reader): number {
  return i16At(r.bytes, take(r, 2));
}

export function u32(r: Reader): number {
  return u32At(r.bytes, take(r, 4));
}

export function i32(r: Reader): number {
  return i32At(r.bytes, take(r, 4));
}

export function u64(r: Reader): bigint {
  return u64At(r.bytes, take(r, 8));
}

export function i64(r: Reader): bigint {
  return i64At(r.bytes, take(r, 8));
}

export function f32(r: Reader): number {
  return f32At(r.bytes, take(r, 4));
}

export function f64(r: Reader): number {
  return f64At(r.bytes, take(r, 8));
}

export function u16Be(r: Reader): number {
  return u16BeAt(r.bytes, take(r, 2));
}

export function i16Be(r: Reader): number {
  return i16BeAt(r.bytes, take(r, 2));
}

export function u32Be(r: Reader): number {
  return u32BeAt(r.bytes, take(r, 4));
}

export function i32Be(r: Reader): number {
  return i32BeAt(r.bytes, take(r, 4));
}

export function u64Be(r: Reader): bigint {
  return u64BeAt(r.bytes, take(r, 8));
}

export function i64Be(r: Reader): bigint {
  return i64BeAt(r.bytes, take(r, 8));
}

export function f32Be(r: Reader): number {
  return f32BeAt(r.bytes, take(r, 4));
}

export function f64Be(r: Reader): number {
  return f64BeAt(r.bytes, take(r, 8));
}

export function bool(r: Reader): boolean {
  return boolAt(r.bytes, take(r, 1));
}
