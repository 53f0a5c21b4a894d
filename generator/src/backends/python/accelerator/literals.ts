/** Literals of C. */
import type { IntCodec } from "../../../codec/model.js";
import { boundsOf } from "../codecs/slots.js";

/** A string literal of bytes, and its size: `"{\"id\":", 6`. */
export function text(bytes: string | Buffer): string {
  const buffer = typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes;
  return `"${[...buffer].map(character).join("")}", ${buffer.length}`;
}

/** A string literal of a name, which holds ASCII. */
export const quoted = (name: string): string => `"${[...Buffer.from(name, "utf8")].map(character).join("")}"`;

/** Octal escapes have three digits, so that nothing behind them can be taken for more; `?` could begin a trigraph. */
function character(byte: number): string {
  const letter = String.fromCharCode(byte);
  if (byte < 0x20 || byte > 0x7e || letter === "?") return `\\${byte.toString(8).padStart(3, "0")}`;
  return letter === '"' || letter === "\\" ? `\\${letter}` : letter;
}

export const isSigned = ({ int }: { int: string }): boolean => int.startsWith("i");

const INT64_LEAST = -(1n << 63n);

/** An integer of the type in which C computes with such integers: 64 bits, signed or not. */
export function integer(value: string, int: { int: string }): string {
  if (!isSigned(int)) return `UINT64_C(${value})`;
  return BigInt(value) === INT64_LEAST ? "INT64_MIN" : `INT64_C(${value})`;
}

/** `low, high` of an integer. */
export function bounds(codec: IntCodec): string {
  const { low, high } = boundsOf(codec);
  return `${integer(low, codec)}, ${integer(high, codec)}`;
}

/** `low, high` of a size. */
export const sizes = ({ min, max }: { min: number; max: number | null }): string => `${min}, ${max ?? "UINT64_MAX"}`;

/** `low, high, bounded` of a float. */
export function floatBounds({ min, max }: { min: number | null; max: number | null }): string {
  return `${min === null ? "-HUGE_VAL" : double(min)}, ${max === null ? "HUGE_VAL" : double(max)}, ${min === null && max === null ? 0 : 1}`;
}

const double = (value: number): string => (Object.is(value, -0) ? "-0.0" : /^-?\d+$/.test(String(value)) ? `${value}.0` : String(value));
