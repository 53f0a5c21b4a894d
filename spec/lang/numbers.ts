import type { Word } from "./word.js";

/** Unsigned 8-bit integer: one byte in every binary encoding. */
export type u8 = Word<"u8">;
/** Unsigned 16-bit integer: 2 bytes little-endian; in `Compact` a varint. `300` is `2c01`, in `Compact` `ac02`. */
export type u16 = Word<"u16">;
/** Unsigned 32-bit integer: 4 bytes little-endian; in `Compact` a varint. */
export type u32 = Word<"u32">;
/** Unsigned 64-bit integer: 8 bytes little-endian; in `Compact` a varint. TypeScript gets a `bigint`. */
export type u64 = Word<"u64">;
/** Signed 8-bit integer, two's complement: one byte. */
export type i8 = Word<"i8">;
/** Signed 16-bit integer: two's complement, 2 bytes; in `Compact` zigzag, then a varint. */
export type i16 = Word<"i16">;
/** Signed 32-bit integer: 4 bytes; in `Compact` zigzag, then a varint. `-1` is `01` there. */
export type i32 = Word<"i32">;
/** Signed 64-bit integer: 8 bytes; in `Compact` zigzag, then a varint. */
export type i64 = Word<"i64">;
/** IEEE 754 single: 4 bytes in every binary encoding. The only NaN is `7fc00000`. */
export type f32 = Word<"f32">;
/** IEEE 754 double: 8 bytes. The only NaN is `7ff8000000000000`. In JSON, `64` is written `64.0`. */
export type f64 = Word<"f64">;
/** One byte, 0 or 1; in JSON `true` or `false`. */
export type bool = Word<"bool">;

export type Unsigned = u8 | u16 | u32 | u64;
export type Signed = i8 | i16 | i32 | i64;
export type Integer = Unsigned | Signed;

/** Big-endian, where a format of others asks for it: `credits: Be<u32>` writes `1` as `00000001`. */
export type Be<T extends Integer | f32 | f64> = T & Word<"Be", T>;

/** Always this value, and so not part of the message's value: `magic: Const<u16, 0x574d>`, `tag: Const<Bytes, "b0b1b2b3">` (hex), `kind: Const<Text, "v1">` (JSON). Another value is `bad_constant`. */
export type Const<T, Value extends number | bigint | string> = Word<"Const", [T, Value]>;

/** `N` zero bytes that a later version may use: `reserved: Reserved<3>`. In `Bits`, reserved bits: `Bit<3, Reserved>`. */
export type Reserved<N extends number = never> = Word<"Reserved", N>;

/** A point in time as an integer since the Unix epoch: `notBefore: Timestamp<"s">`, `Timestamp<"us", i64>`. */
export type Timestamp<Unit extends TimeUnit, Repr extends Integer = u64> = Repr & Word<"Timestamp", [Unit, Repr]>;

/**
 * A span of time. With a unit it is an integer: `ttl: Duration<"s", u32>`. Without one it is whole seconds and nanoseconds, in `Compact` and `Json`:
 * 1.5 s is `01 80cab5ee01`.
 */
export type Duration<Unit extends TimeUnit = never, Repr extends Integer = u64> = Word<"Duration", [Unit, Repr]>;

export type TimeUnit = "ns" | "us" | "ms" | "s";

/** What a number counts, for the docs: `sent: Unit<u64, "bytes">`. It changes no byte. */
export type Unit<T extends Integer | f32 | f64, Name extends string> = T & Word<"Unit", Name>;
