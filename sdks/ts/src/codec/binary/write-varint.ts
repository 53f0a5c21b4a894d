/** Writes varints. */
import { HIGH, LOW, words } from "../scratch.js";
import { checkI16, checkI32, checkU16, checkU32, splitI64, splitU64 } from "./write-fixed.js";
import type { Writer } from "./writer.js";
import { room } from "./writer.js";

export function writeVarU16(w: Writer, value: number): void {
  checkU16(value);
  writeWords(w, value, 0);
}

export function writeVarU32(w: Writer, value: number): void {
  checkU32(value);
  writeWords(w, value, 0);
}

export function writeVarU64(w: Writer, value: bigint): void {
  splitU64(value);
  writeWords(w, words[LOW]!, words[HIGH]!);
}

export function writeVarI16(w: Writer, value: number): void {
  checkI16(value);
  writeWords(w, zigzag(value), 0);
}

export function writeVarI32(w: Writer, value: number): void {
  checkI32(value);
  writeWords(w, zigzag(value), 0);
}

export function writeVarI64(w: Writer, value: bigint): void {
  splitI64(value);
  const low = words[LOW]!;
  const high = words[HIGH]! | 0;
  const sign = high >> 31;
  writeWords(w, ((low << 1) ^ sign) >>> 0, (((high << 1) | (low >>> 31)) ^ sign) >>> 0);
}

/** A length or count; exact up to 2^53. */
export function writeVarLength(w: Writer, value: number): void {
  writeWords(w, value >>> 0, Math.floor(value / 0x1_0000_0000));
}

/** Bytes that a length or count takes. */
export function varLengthSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

/** The halves of a 64-bit integer, both unsigned. */
function writeWords(w: Writer, low: number, high: number): void {
  room(w, 10);
  const { bytes } = w;
  let at = w.pos;
  for (; high !== 0; high >>>= 7) {
    bytes[at++] = (low & 0x7f) | 0x80;
    low = ((low >>> 7) | (high << 25)) >>> 0;
  }
  for (; low > 0x7f; low >>>= 7) bytes[at++] = (low & 0x7f) | 0x80;
  bytes[at++] = low;
  w.pos = at;
}
