/**
 * Writes integers, floats and bools of fixed width. Those named `put` write where they are told: their caller has made room.
 * All check that the value fits.
 */
import { checkBool, notOf, outside } from "../checks.js";
import { EncodeError } from "../errors.js";
import { float32, float64, HIGH, LOW, signed64, unsigned64, words } from "../scratch.js";
import { NAN_32, NAN_64_HIGH } from "./fixed.js";
import type { Writer } from "./writer.js";
import { reserve } from "./writer.js";

export function putU8(bytes: Uint8Array, at: number, value: number): void {
  if (typeof value !== "number" || (value & 0xff) !== value) throw outside(value, 0, 0xff);
  bytes[at] = value;
}

export function putI8(bytes: Uint8Array, at: number, value: number): void {
  if (typeof value !== "number" || (value << 24) >> 24 !== value) throw outside(value, -0x80, 0x7f);
  bytes[at] = value;
}

export function putU16(bytes: Uint8Array, at: number, value: number): void {
  checkU16(value);
  putBytes16(bytes, at, value);
}

export function putI16(bytes: Uint8Array, at: number, value: number): void {
  checkI16(value);
  putBytes16(bytes, at, value);
}

export function putU32(bytes: Uint8Array, at: number, value: number): void {
  checkU32(value);
  putBytes32(bytes, at, value);
}

export function putI32(bytes: Uint8Array, at: number, value: number): void {
  checkI32(value);
  putBytes32(bytes, at, value);
}

export function putU64(bytes: Uint8Array, at: number, value: bigint): void {
  splitU64(value);
  putWords(bytes, at);
}

export function putI64(bytes: Uint8Array, at: number, value: bigint): void {
  splitI64(value);
  putWords(bytes, at);
}

export function putF32(bytes: Uint8Array, at: number, value: number): void {
  putBytes32(bytes, at, bitsOfF32(value));
}

export function putF64(bytes: Uint8Array, at: number, value: number): void {
  splitF64(value);
  putWords(bytes, at);
}

export function putU16Be(bytes: Uint8Array, at: number, value: number): void {
  checkU16(value);
  putBytes16Be(bytes, at, value);
}

export function putI16Be(bytes: Uint8Array, at: number, value: number): void {
  checkI16(value);
  putBytes16Be(bytes, at, value);
}

export function putU32Be(bytes: Uint8Array, at: number, value: number): void {
  checkU32(value);
  putBytes32Be(bytes, at, value);
}

export function putI32Be(bytes: Uint8Array, at: number, value: number): void {
  checkI32(value);
  putBytes32Be(bytes, at, value);
}

export function putU64Be(bytes: Uint8Array, at: number, value: bigint): void {
  splitU64(value);
  putBytes32Be(bytes, at, words[HIGH]!);
  putBytes32Be(bytes, at + 4, words[LOW]!);
}

export function putI64Be(bytes: Uint8Array, at: number, value: bigint): void {
  splitI64(value);
  putBytes32Be(bytes, at, words[HIGH]!);
  putBytes32Be(bytes, at + 4, words[LOW]!);
}

export function putF32Be(bytes: Uint8Array, at: number, value: number): void {
  putBytes32Be(bytes, at, bitsOfF32(value));
}

export function putF64Be(bytes: Uint8Array, at: number, value: number): void {
  splitF64(value);
  putBytes32Be(bytes, at, words[HIGH]!);
  putBytes32Be(bytes, at + 4, words[LOW]!);
}

export function putBool(bytes: Uint8Array, at: number, value: boolean): void {
  bytes[at] = checkBool(value) ? 1 : 0;
}

function putBytes16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
}

function putBytes32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}

function putWords(bytes: Uint8Array, at: number): void {
  const low = words[LOW]!;
  const high = words[HIGH]!;
  bytes[at] = low;
  bytes[at + 1] = low >>> 8;
  bytes[at + 2] = low >>> 16;
  bytes[at + 3] = low >>> 24;
  bytes[at + 4] = high;
  bytes[at + 5] = high >>> 8;
  bytes[at + 6] = high >>> 16;
  bytes[at + 7] = high >>> 24;
}

function putBytes16Be(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

function putBytes32Be(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

export function checkU16(value: number): void {
  if (typeof value !== "number" || (value & 0xffff) !== value) throw outside(value, 0, 0xffff);
}

export function checkI16(value: number): void {
  if (typeof value !== "number" || (value << 16) >> 16 !== value) throw outside(value, -0x8000, 0x7fff);
}

export function checkU32(value: number): void {
  if (typeof value !== "number" || value >>> 0 !== value) throw outside(value, 0, 0xffff_ffff);
}

export function checkI32(value: number): void {
  if (typeof value !== "number" || (value | 0) !== value) throw outside(value, -0x8000_0000, 0x7fff_ffff);
}

/** Leaves the halves in `words`. */
export function splitU64(value: bigint): void {
  if (typeof value === "bigint") {
    unsigned64[0] = value;
    if (unsigned64[0] === value) return;
  }
  throw outside(value, 0n, 0xffff_ffff_ffff_ffffn);
}

/** Leaves the halves in `words`. */
export function splitI64(value: bigint): void {
  if (typeof value === "bigint") {
    signed64[0] = value;
    if (signed64[0] === value) return;
  }
  throw outside(value, -0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn);
}

/** Leaves the halves in `words`. */
function splitF64(value: number): void {
  if (typeof value !== "number") throw notOf("a number", value);
  float64[0] = value;
  if (value === value) return;
  words[HIGH] = NAN_64_HIGH;
  words[LOW] = 0;
}

function bitsOfF32(value: number): number {
  if (typeof value !== "number") throw notOf("a number", value);
  if (value !== value) return NAN_32;
  float32[0] = value;
  // Rounding to 32 bits must not make it infinite.
  if (Math.abs(float32[0]) === Infinity && Math.abs(value) !== Infinity) throw tooLarge(value);
  return words[0]!;
}

function tooLarge(value: number): EncodeError {
  return new EncodeError("out_of_range", `is ${value}, which is too large for 32 bits`);
}

export function writeU8(w: Writer, value: number): void {
  const at = reserve(w, 1);
  putU8(w.bytes, at, value);
}

export function writeI8(w: Writer, value: number): void {
  const at = reserve(w, 1);
  putI8(w.bytes, at, value);
}

export function writeU16(w: Writer, value: number): void {
  const at = reserve(w, 2);
  putU16(w.bytes, at, value);
}

export function writeI16(w: Writer, value: number): void {
  const at = reserve(w, 2);
  putI16(w.bytes, at, value);
}

export function writeU32(w: Writer, value: number): void {
  const at = reserve(w, 4);
  putU32(w.bytes, at, value);
}

export function writeI32(w: Writer, value: number): void {
  const at = reserve(w, 4);
  putI32(w.bytes, at, value);
}

export function writeU64(w: Writer, value: bigint): void {
  const at = reserve(w, 8);
  putU64(w.bytes, at, value);
}

export function writeI64(w: Writer, value: bigint): void {
  const at = reserve(w, 8);
  putI64(w.bytes, at, value);
}

export function writeF32(w: Writer, value: number): void {
  const at = reserve(w, 4);
  putF32(w.bytes, at, value);
}

export function writeF64(w: Writer, value: number): void {
  const at = reserve(w, 8);
  putF64(w.bytes, at, value);
}

export function writeU16Be(w: Writer, value: number): void {
  const at = reserve(w, 2);
  putU16Be(w.bytes, at, value);
}

export function writeI16Be(w: Writer, value: number): void {
  const at = reserve(w, 2);
  putI16Be(w.bytes, at, value);
}

export function writeU32Be(w: Writer, value: number): void {
  const at = reserve(w, 4);
  putU32Be(w.bytes, at, value);
}

export function writeI32Be(w: Writer, value: number): void {
  const at = reserve(w, 4);
  putI32Be(w.bytes, at, value);
}

export function writeU64Be(w: Writer, value: bigint): void {
  const at = reserve(w, 8);
  putU64Be(w.bytes, at, value);
}

export function writeI64Be(w: Writer, value: bigint): void {
  const at = reserve(w, 8);
  putI64Be(w.bytes, at, value);
}

export function writeF32Be(w: Writer, value: number): void {
  const at = reserve(w, 4);
  putF32Be(w.bytes, at, value);
}

export function writeF64Be(w: Writer, value: number): void {
  const at = reserve(w, 8);
  putF64Be(w.bytes, at, value);
}

export function writeBool(w: Writer, value: boolean): void {
  const at = reserve(w, 1);
  putBool(w.bytes, at, value);
}
