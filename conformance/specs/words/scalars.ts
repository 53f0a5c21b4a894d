import type { Be, Bit, Bits, Brand, Bytes, Const, Duration, Enum, Fixed, Flags, Limit, Packed, Reserved, Timestamp, Unit, bool, f32, f64, i16, i32, i64, i8, u16, u32, u64, u8 } from "meshwright/lang";

/** Every word that has a fixed size, at a fixed offset. */
export interface Everything extends Packed<187> {
  magic: Const<Bytes, "00ff7f">;
  label: Const<u32, 0xfeedface>;
  big: Const<Be<u16>, 0x0102>;
  minusOne: Const<i16, -1>;
  a: u8;
  b: u16;
  c: u32;
  d: u64;
  e: i8;
  f: i16;
  g: i32;
  h: i64;
  single: f32;
  double: f64;
  yes: bool;
  reserved: Reserved<3>;
  bigA: Be<u16>;
  bigB: Be<u32>;
  bigC: Be<u64>;
  bigD: Be<i16>;
  bigE: Be<i32>;
  bigF: Be<i64>;
  bigG: Be<f32>;
  bigH: Be<f64>;
  key: Bytes<5>;
  row: Fixed<u16, 4>;
  grid: Fixed<Fixed<i8, 2>, 3>;
  points: Fixed<Point, 2>;
  state: Enum<u8, { off: 0; on: 1; broken: 255 }>;
  wide: WideState;
  negative: Enum<i8, { below: -128; zero: 0; above: 127 }>;
  allowed: Flags<u8, Allowed>;
  many: Flags<u64, { first: 1; middle: 0x100000000; last: 0x8000000000000000n }>;
  packed: Shared;
  narrow: Limit<u8, 3, 250>;
  balance: Limit<i64, -5, 5>;
  ratio: Limit<f64, 0, 1>;
  share: Limit<f32, -2, 2>;
  at: Timestamp<"ns", i64>;
  span: Duration<"ms", u32>;
  load: Unit<u16, "per mille">;
  celsius: Celsius;
  last: u8;
}

/** A point in the plane. */
export interface Point {
  x: i16;
  y: i16;
}

export type WideState = Enum<u64, { none: 0; huge: 9007199254740991 }>;

export interface Allowed {
  read: 1;
  write: 2;
  /** The highest bit. */
  admin: 0x80;
}

/** Fields that share one integer. */
export type Shared = Bits<
  u32,
  {
    low: Bit<7>;
    urgent: Bit<1, bool>;
    mode: Bit<2, Enum<u8, { slow: 0; fast: 2 }>>;
    what: Bit<8, Flags<u8, Allowed>>;
    version: Bit<3, Const<u8, 5>>;
    gap: Bit<4, Reserved>;
    high: Bit<7>;
  }
>;

/** Degrees, as a name of its own. */
export type Celsius = Brand<"Celsius", f32>;
