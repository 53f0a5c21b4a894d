/** How a value of variable size says where it ends. */
import type { Reader } from "./reader.js";
import { left, take } from "./reader.js";
import { u16At, u16BeAt, u32At, u32BeAt, u8At } from "./fixed.js";
import { varLength, varU16, varU32 } from "./varint.js";

/** It takes the rest of its window. */
export const REST = 0;
/** The integer before it, by its bytes; big-endian ones are negative. */
export const U8 = 1;
export const U16 = 2;
export const U32 = 4;
export const U64 = 8;
export const U16_BE = -2;
export const U32_BE = -4;
export const U64_BE = -8;
/** A varint of that type. */
export const VAR_U16 = 16;
export const VAR_U32 = 32;
export const VAR_U64 = 64;

export type Prefix =
  | typeof REST
  | typeof U8
  | typeof U16
  | typeof U32
  | typeof U64
  | typeof U16_BE
  | typeof U32_BE
  | typeof U64_BE
  | typeof VAR_U16
  | typeof VAR_U32
  | typeof VAR_U64;

/** Its own width says nothing of the bytes it takes. */
export function isVarint(prefix: Prefix): boolean {
  return prefix >= VAR_U16;
}

/** Reads the prefix: bytes, or elements. Beyond 2^53 it is not exact, but still more than any length there can be. */
export function size(r: Reader, prefix: Prefix): number {
  switch (prefix) {
    case REST:
      return left(r);
    case U8:
      return u8At(r.bytes, take(r, 1));
    case U16:
      return u16At(r.bytes, take(r, 2));
    case U32:
      return u32At(r.bytes, take(r, 4));
    case U64: {
      const at = take(r, 8);
      return wide(u32At(r.bytes, at + 4), u32At(r.bytes, at));
    }
    case U16_BE:
      return u16BeAt(r.bytes, take(r, 2));
    case U32_BE:
      return u32BeAt(r.bytes, take(r, 4));
    case U64_BE: {
      const at = take(r, 8);
      return wide(u32BeAt(r.bytes, at), u32BeAt(r.bytes, at + 4));
    }
    case VAR_U16:
      return varU16(r);
    case VAR_U32:
      return varU32(r);
    case VAR_U64:
      return varLength(r);
  }
}

function wide(high: number, low: number): number {
  return high * 0x1_0000_0000 + low;
}
