/** Varints: LEB128 in the fewest bytes; signed ones are zigzagged first. */
import { DecodeError } from "../errors.js";
import { HIGH, LOW, signed64, unsigned64, words } from "../scratch.js";
import type { Reader } from "./reader.js";
import { truncated } from "./reader.js";

const MAX_BYTES = 10;

export function varU16(r: Reader): number {
  return small(r, 0xffff, "a u16");
}

export function varU32(r: Reader): number {
  return small(r, 0xffffffff, "a u32");
}

export function varU64(r: Reader): bigint {
  if (single(r)) {
    words[LOW] = r.bytes[r.pos++]!;
    words[HIGH] = 0;
  } else readWords(r);
  return unsigned64[0]!;
}

export function varI16(r: Reader): number {
  return unzigzag(small(r, 0xffff, "an i16"));
}

export function varI32(r: Reader): number {
  return unzigzag(small(r, 0xffffffff, "an i32"));
}

export function varI64(r: Reader): bigint {
  readWords(r);
  const low = words[LOW]!;
  const high = words[HIGH]!;
  const sign = -(low & 1);
  words[LOW] = ((low >>> 1) | (high << 31)) ^ sign;
  words[HIGH] = (high >>> 1) ^ sign;
  return signed64[0]!;
}

/** A u64 as a number: exact up to 2^53, and beyond still more than any length there can be. */
export function varLength(r: Reader): number {
  if (single(r)) return r.bytes[r.pos++]!;
  readWords(r);
  return words[HIGH]! * 0x1_0000_0000 + words[LOW]!;
}

/** The common case: a varint of one byte. */
function single(r: Reader): boolean {
  return r.pos < r.end && r.bytes[r.pos]! < 0x80;
}

function small(r: Reader, max: number, type: string): number {
  if (single(r)) return r.bytes[r.pos++]!;
  const start = r.pos;
  readWords(r);
  const value = words[LOW]!;
  if (words[HIGH] !== 0 || value > max) throw new DecodeError("out_of_range", start, `is beyond ${type}`);
  return value;
}

function unzigzag(value: number): number {
  return (value >>> 1) ^ -(value & 1);
}

/** Reads any varint into `words`, checking all but the range of its type. */
function readWords(r: Reader): void {
  const { bytes, pos: start } = r;
  const size = measure(r, start);
  const last = bytes[start + size - 1]!;
  if (size === MAX_BYTES && last > 1) throw tooLarge(start);
  if (size > 1 && last === 0) throw new DecodeError("non_canonical", start, "is a varint in more bytes than it needs");
  let low = 0;
  let high = 0;
  for (let i = Math.min(size, 4); i-- > 0;) low = (low << 7) | (bytes[start + i]! & 0x7f);
  if (size > 4) {
    // The fifth byte stands across the two halves.
    const middle = bytes[start + 4]! & 0x7f;
    low |= middle << 28;
    for (let i = size; i-- > 5;) high = (high << 7) | (bytes[start + i]! & 0x7f);
    high = (high << 3) | (middle >>> 4);
  }
  words[LOW] = low;
  words[HIGH] = high;
  r.pos = start + size;
}

function measure({ bytes, end }: Reader, start: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at]! < 0x80) return at - start + 1;
    if (at - start === MAX_BYTES - 1) throw tooLarge(start);
  }
  throw truncated(start, end - start + 1, end - start);
}

function tooLarge(start: number): DecodeError {
  return new DecodeError("out_of_range", start, "is 2^64 or above");
}
