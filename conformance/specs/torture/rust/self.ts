import type { Bit, Bits, Brand, Bytes, Compact, Const, Counted, Duration, Embedded, Empty, Enum, External, Fixed, Flags, Hex, Internal, Json, JsonValue, Layout, Limit, Map, MaxSize, Nullable, OmitEmpty, Open, Packed, Pattern, Reserved, Rest, Sized, SocketAddress, Tagged, Text, bool, f32, f64, i16, i64, u16, u32, u64, u8 } from "meshwright/lang";
import type { List } from "./wire.js";
import type { Ring } from "./wire/type.js";

/**
 * Links like [this] and [that](there), tags like <b> and Vec<u8>, `code with [brackets]`, https://example.com/a?b, an odd ` backtick,
 * a back\slash and "quotes".
 *
 *     indented = code();
 *
 * ```
 * panic!("an example");
 * ```
 *
 * - a list
 *   that goes on
 * 1. and another
 */
export interface Self extends Layout {
  self: u8;
  Self: u16;
  crate: u32;
  super: u64;
  type: f32;
  match: f64;
  async: bool;
  r: Sized<u8, Text>;
  j: Sized<u16, Bytes>;
  w: Counted<u8, u8[]>;
  at: Counted<u8, Sized<u8, Text>[]>;
  run: Counted<u8, Map<u8, u16>>;
  run_0: u8;
  run_1: u16;
  value: Nullable<u8>;
  members: Nullable<Sized<u8, Text>>;
  member: u8;
  number: u8;
  tag: u8;
  variant: u8;
  unknown: u8;
  out: u8;
  input: u8;
  object: u8;
  u: u8;
  present: u8;
  decode: u8;
  encode: u8;
  encodeInto: u8;
  intoOwned: u8;
  fooBar: u8;
  foo_bar: u8;
  FooBar: u8;
  union: u8;
  box: u8;
  gen: u8;
  /** A member that is long gone. @since 2.0 @deprecated use "something" else */
  anExceedinglyLongNameThatNobodyInTheirRightMindWouldEverChooseForAFieldOfAMessageButSomebodyDid: Sized<u8, Text>;
  anotherExceedinglyLongNameOfAFieldThatDoesNotFitIntoALineOfAnyFormatterThatIsInUse: Limit<u32, 5, 4000000000>;
  nested: Counted<u8, Counted<u8, Counted<u8, Sized<u8, Text>[]>[]>[]>;
  ring: Ring;
  first?: Sized<u8, Text>;
  second?: u8;
}

/** @deprecated */
export interface Option extends Json {
  class: u8;
  import?: Text;
  def: OmitEmpty<Text[]>;
  /** @json with space's */
  quoted: Text;
  /** @json ünïcode 🎉 */
  emoji?: u8;
  value: JsonValue;
  text: Map<Text, Map<Text, Nullable<u8>>>;
  at: Limit<Text, 1, 10>[][];
  j: Vec;
  and: OmitEmpty<u8>;
  or: OmitEmpty<bool>;
  not: OmitEmpty<Bytes>;
  brand: OmitEmpty<String>;
  magic: Const<Bytes, "00ff">;
  kind: Const<Text, "a \"quoted\" text\n">;
  self: Map<ID, ID>;
  keys: Map<Limit<i16, -5, 5>, Result>;
  results: Map<Result, Option2>;
  grid: Fixed<Fixed<u8, 2>, 2>;
  hashes: Map<Text, Hex<Bytes<3>>[]>;
  where: SocketAddress[];
  when: Nullable<Duration>;
  ratio: Limit<f64, -1.5>;
  share: Limit<f32, 0, 0.25>;
  shape: Shape;
  bits: Some;
}

/** Stands within messages that are not JSON. */
export interface Optional extends Json {
  j: Vec;
  bits: Some;
}

export type Vec = Internal<"class", { case: { value: u8 }; other: { Value: u8 }; value: Empty; self: { at?: u8 }; none: Empty; openOne: OpenOne; nobody: Empty }>;
export type Shape = External<{ self: Empty; round: { r: u8 }; onlyOne: Branch }>;
export type Only = External<{ one: { j: u8 } }>;

/** Its members are kept. */
export interface OpenOne extends Open {
  unknown?: u8;
}

export interface Branch {
  only: Shape[];
}

export interface String2 extends Compact, MaxSize<5000> {
  property: Result[];
  exec: Map<Result, Result>;
  Box: Option2;
  id: ID;
  aRatherLongNameThatSomebodyMightReallyChoose: Limit<u32, 5, 4000000000>;
  anotherLongNameThatSomebodyMightChoose: { again: { andAgain: { deeper: { evenDeeper: u64[][][] } } } };
  pattern: Pattern<Text, "(\\[|[\"'\\\\]|[a-z]{1,3}\\/)*">;
  ids: ID[];
  strings: String[];
  bounded: Limit<ID, 1, 3>[];
  maybe?: String;
  pairs: Map<Bytes<2>, Fixed<String, 2>>;
  boxed: Fixed<Node2, 2>;
  some: Some[];
}

export interface Node2 {
  next?: Node2;
  or: Nullable<Node2>;
}

export interface Another {
  x: u8;
}

/** An identifier. */
export type ID = Brand<"ID", u64>;
export type String = Brand<"String", Limit<Pattern<Text, "[a-z]*">, 0, 9>>;

/** Cases that are called like types, and like the union itself. */
export type Boxed = Tagged<u8, { self2: Sized<u16, Embedded<Optional>>; boxedNone: Another; another: Another; iD: { iD: ID }; boxed: Empty; case: Empty; Self: Empty; none: { at: u8 } }>;

export type Twice = Enum<u8, { none: 0; None: 1; foo: 2; Foo: 3; foo_bar: 4; fooBar: 5 }>;
export type Result = Enum<u8, { none: 0; nobody: 1; true: 2; Self: 3; name: 4; value: 5; Some: 6; fooBar: 7; x: 9; Ok: 10; Err: 11 }>;
export type Option2 = Open<Enum<u16, { class: 1; import: 65535; unknown: 7; Self: 9 }>>;
export type True = Flags<u8, { all: 1; none: 2; bits: 4; names: 8 }>;
export type Clash = Flags<u64, { all: 1; ALL: 0x8000000000000000n; none: 2 }>;
export type Single = Enum<i64, { only: -5 }>;

/** One integer. */
export type Some = Bits<u16, { r: Bit<3>; number: Bit<4, Result>; at: Bit<4, True>; open: Bit<1, Open<Enum<u8, { off: 0 }>>>; self: Bit<3>; value: Bit<1, bool> }>;
export type Whole = Bits<u64, { all: Bit<64> }>;
export type Hidden = Bits<u8, { version: Bit<3, Const<u8, 5>>; gap: Bit<5, Reserved> }>;

export interface Final extends Packed<30> {
  true: True;
  result: Result;
  twice: Twice;
  single: Single;
  whole: Whole;
  hidden: Hidden;
  some: Some;
  clash: Clash;
}

/** A reference to another module and back. */
export interface Other extends Compact {
  list: List;
  tail: Text;
  boxed: Boxed[];
}

/** Nothing that varies. */
export interface Hush extends Layout {
  reserved: Reserved<3>;
  magic: Const<u16, 7>;
  tail: Rest<Text>;
}
