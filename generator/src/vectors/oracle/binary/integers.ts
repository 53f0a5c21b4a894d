/** Integers in fixed width and as varints. */
import type { IntName } from "../../../ir/model.js";
import { refuse } from "../refusal.js";
import type { IntForm } from "../spans.js";
import type { BinaryFamily } from "../types.js";
import { bitsOf, bytesOf, isSigned, rangeOf } from "../types.js";
import type { Cursor } from "./cursor.js";

const MAX_VARINT = 10;

/** In Compact all but the one-byte integers are varints, whatever their byte order elsewhere. */
export function formOf(int: IntName, endian: "le" | "be", family: BinaryFamily): IntForm {
  return family === "compact" && bytesOf(int) > 1 ? "varint" : endian;
}

/** `start` is where the value at fault begins, if that is before the integer. */
export function readInteger(cursor: Cursor, int: IntName, form: IntForm, path: string, start = cursor.position): bigint {
  return form === "varint" ? readVarint(cursor, int, path, start) : readFixed(cursor, int, form, path, start);
}

function readFixed(cursor: Cursor, int: IntName, form: "le" | "be", path: string, start: number): bigint {
  return integerFrom([...cursor.take(bytesOf(int), path, start)], int, form);
}

/** All ten bytes are read before anything is judged; then 2^64, then the last byte, then the type. */
function readVarint(cursor: Cursor, int: IntName, path: string, start: number): bigint {
  const bytes: number[] = [];
  do bytes.push(cursor.take(1, path, start)[0]!);
  while (bytes.at(-1)! >= 0x80 && bytes.length < MAX_VARINT);
  if (bytes.at(-1)! >= 0x80) refuse("out_of_range", start, path);
  const raw = varintValue(bytes);
  if (raw >= 1n << 64n) refuse("out_of_range", start, path);
  if (bytes.length > 1 && bytes.at(-1) === 0) refuse("non_canonical", start, path);
  const value = isSigned(int) ? unzigzag(raw) : raw;
  const { min, max } = rangeOf(int);
  if (value < min || value > max) refuse("out_of_range", start, path);
  return value;
}

/** `value` must be within the type. */
export function integerBytes(int: IntName, form: IntForm, value: bigint): number[] {
  if (form === "varint") return varintBytes(isSigned(int) ? zigzag(value) : value);
  const bytes = Array.from({ length: bytesOf(int) }, (_, index) => Number((BigInt.asUintN(bitsOf(int), value) >> BigInt(8 * index)) & 0xffn));
  return form === "be" ? bytes.reverse() : bytes;
}

/** The inverse of `integerBytes`, for the bytes that it makes. */
export function integerFrom(bytes: number[], int: IntName, form: IntForm): bigint {
  if (form === "varint") {
    const raw = varintValue(bytes);
    return isSigned(int) ? unzigzag(raw) : raw;
  }
  const raw = (form === "le" ? [...bytes].reverse() : bytes).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return isSigned(int) ? BigInt.asIntN(bitsOf(int), raw) : raw;
}

const varintValue = (bytes: number[]): bigint => bytes.reduceRight((sum, byte) => (sum << 7n) | BigInt(byte & 0x7f), 0n);

export function varintBytes(value: bigint): number[] {
  const low = Number(value & 0x7fn);
  return value < 0x80n ? [low] : [low | 0x80, ...varintBytes(value >> 7n)];
}

const zigzag = (value: bigint): bigint => (value >= 0n ? value * 2n : -value * 2n - 1n);
const unzigzag = (raw: bigint): bigint => (raw % 2n === 0n ? raw / 2n : -(raw + 1n) / 2n);
