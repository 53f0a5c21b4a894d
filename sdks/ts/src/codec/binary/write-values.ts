/** Writes values of variable size, and constants. */
import { checkBytes, checkSize, checkText } from "../checks.js";
import { EncodeError } from "../errors.js";
import { encodeUtf8 } from "../utf8.js";
import type { Prefix } from "./prefix.js";
import { isVarint, U16, U16_BE, U32, U32_BE, U64, U64_BE, U8, VAR_U16, VAR_U32 } from "./prefix.js";
import { putU16, putU16Be, putU32, putU32Be, putU64, putU64Be, putU8 } from "./write-fixed.js";
import { varLengthSize, writeVarLength } from "./write-varint.js";
import type { Writer } from "./writer.js";
import { reserve, room } from "./writer.js";

/** Up to here, copying by hand is faster than calling the platform. */
const SHORT = 32;

/** The greatest number that a prefix can say, as far as any size goes. */
function capacity(prefix: Prefix): number {
  switch (prefix) {
    case U8:
      return 0xff;
    case U16:
    case U16_BE:
    case VAR_U16:
      return 0xffff;
    case U32:
    case U32_BE:
    case VAR_U32:
      return 0xffff_ffff;
    default:
      return Infinity;
  }
}

/** Bytes that the prefix takes. */
function prefixSize(prefix: Prefix, size: number): number {
  return isVarint(prefix) ? varLengthSize(size) : Math.abs(prefix);
}

function writePrefix(w: Writer, prefix: Prefix, size: number): void {
  if (isVarint(prefix)) return writeVarLength(w, size);
  const at = reserve(w, Math.abs(prefix));
  const { bytes } = w;
  switch (prefix) {
    case U8:
      return putU8(bytes, at, size);
    case U16:
      return putU16(bytes, at, size);
    case U32:
      return putU32(bytes, at, size);
    case U64:
      return putU64(bytes, at, BigInt(size));
    case U16_BE:
      return putU16Be(bytes, at, size);
    case U32_BE:
      return putU32Be(bytes, at, size);
    case U64_BE:
      return putU64Be(bytes, at, BigInt(size));
  }
}

export function writeCount(w: Writer, prefix: Prefix, count: number, min = 0, max = Infinity): void {
  checkSize(count, min, Math.min(max, capacity(prefix)), "elements");
  writePrefix(w, prefix, count);
}

export function writeText(w: Writer, prefix: Prefix, value: string, min = 0, max = Infinity): void {
  const units = checkText(value).length;
  // As if all were ASCII; `close` moves the text if the prefix turns out to be longer.
  const start = open(w, prefix, units);
  room(w, 3 * units);
  const end = encodeUtf8(value, w.bytes, w.pos);
  if (end < 0) throw new EncodeError("invalid_utf8", "has half a surrogate pair");
  w.pos = end;
  closeSized(w, prefix, start, prefixSize(prefix, units), min, max);
}

export function writeBytes(w: Writer, prefix: Prefix, value: Uint8Array, min = 0, max = Infinity): void {
  const size = checkBytes(value).length;
  checkSize(size, min, Math.min(max, capacity(prefix)), "bytes");
  writePrefix(w, prefix, size);
  append(w, value);
}

export function writeFixedBytes(w: Writer, value: Uint8Array, size: number): void {
  const at = reserve(w, size);
  putFixedBytes(w.bytes, at, value, size);
}

export function putFixedBytes(bytes: Uint8Array, at: number, value: Uint8Array, size: number): void {
  checkSize(checkBytes(value).length, size, size, "bytes");
  copy(bytes, at, value);
}

export function writeConstant(w: Writer, constant: readonly number[]): void {
  const at = reserve(w, constant.length);
  putConstant(w.bytes, at, constant);
}

export function writeZeros(w: Writer, size: number): void {
  const at = reserve(w, size);
  putZeros(w.bytes, at, size);
}

export function putConstant(bytes: Uint8Array, at: number, value: readonly number[]): void {
  for (let i = 0; i < value.length; i++) bytes[at + i] = value[i]!;
}

export function putZeros(bytes: Uint8Array, at: number, size: number): void {
  for (let i = 0; i < size; i++) bytes[at + i] = 0;
}

/** What an older reader kept. JSON's unknown members, which are text, have no place in binary. */
export function writeUnknown(w: Writer, value: Uint8Array | string | undefined): void {
  if (value !== undefined && typeof value !== "string") append(w, checkBytes(value));
}

/** Opens a window, leaving room for its prefix; returns where it begins. */
export function openWrite(w: Writer, prefix: Prefix): number {
  return open(w, prefix, 0);
}

/** Closes the window that began at `start`: checks its size and says it in the prefix. */
export function closeWrite(w: Writer, prefix: Prefix, start: number, min = 0, max = Infinity): void {
  closeSized(w, prefix, start, prefixSize(prefix, 0), min, max);
}

function open(w: Writer, prefix: Prefix, guess: number): number {
  return reserve(w, prefixSize(prefix, guess));
}

/** `head` bytes were left for the prefix at `start`. */
function closeSized(w: Writer, prefix: Prefix, start: number, head: number, min: number, max: number): void {
  const size = w.pos - start - head;
  checkSize(size, min, Math.min(max, capacity(prefix)), "bytes");
  const needed = prefixSize(prefix, size);
  if (needed !== head) {
    room(w, needed - head);
    w.bytes.copyWithin(start + needed, start + head, w.pos);
  }
  w.pos = start;
  writePrefix(w, prefix, size);
  w.pos = start + needed + size;
}

function append(w: Writer, value: Uint8Array): void {
  const at = reserve(w, value.length);
  copy(w.bytes, at, value);
}

function copy(bytes: Uint8Array, at: number, value: Uint8Array): void {
  if (value.length > SHORT) bytes.set(value, at);
  else for (let i = 0; i < value.length; i++) bytes[at + i] = value[i]!;
}
