/** What is fixed, under names that meet others once they are constants of a type, a package or a preprocessor. */
import type { Bit, Bits, Bytes, Compact, Const, Json, Layout, Sized, Text, i16, i8, u16, u32, u64, u8 } from "meshwright/lang";

/** Names of constants and functions that types have anyway, and two that are one when they are cased. */
export interface Pinned extends Layout {
  size: Const<u8, 1>;
  /** Ends a comment: *\/ and begins one: /* and another ??/ */
  maxSize: Const<u64, 0xfedcba9876543210n>;
  fooBar: Const<u8, 15>;
  foo_bar: Const<u8, 16>;
  members: Const<u16, 0xffff>;
  shape_fixed: Const<i8, -128>;
  /** @deprecated it never said anything */
  lowest: Const<i16, -32768>;
  /** ``` */
  quotes: Const<Bytes, "22275c3f3f2f0a0061">;
  text: Const<Sized<u8, Text>, "\"quoted\" \\ 'twice' ??/ \u2028é">;
  decode: Const<u8, 0>;
  encode: Const<u8, 0>;
  value: u8;
}

/** Called as a constant of `Pinned` may be, in packages without anything inside a type. */
export interface PinnedSize extends Compact {
  value: Const<u32, 0>;
}
export interface PINNED_SIZE extends Compact {
  value: Const<u32, 0x80000000>;
}
export type PinnedFlags = Bits<u8, { size: Bit<2, Const<u8, 3>>; value: Bit<6> }>;

export interface PinnedJson extends Json {
  shape_json: Const<u64, 18446744073709551615n>;
  type: Const<Text, "a text that is so long that a line of code with it and the name of its constant goes beyond one hundred and twenty columns">;
  long: Const<Bytes, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f">;
  flags: PinnedFlags;
}
