/** @module index */
import type { Bit, Bits, Brand, Bytes, Compact, Const, Counted, Duration as Span, Empty, Enum, Flags, Internal, Json, JsonValue as Free, Layout, Limit, Map as Sorted, Nullable, OmitEmpty, Open, Pattern, Reserved, Rest, Sized, Tagged, Text, bool, f64, i16, u16, u32, u64, u8 } from "meshwright/lang";
import type { Header as Other, Kind } from "./wire/index.js";

/** Fields that are called like variables, functions, keywords and the runtime. A comment's end: *\/ and `code`. */
export interface Map extends Layout {
  at: u8;
  r: u16;
  w: u32;
  value: u64;
  codec: Sized<u8, Text>;
  binary: Sized<u8, Bytes>;
  json: u8;
  error: u8;
  input: u8;
  output: u8;
  start: u8;
  short: u8;
  closed: bool;
  found: bool;
  kept: bool;
  sep: u8;
  tag: u8;
  number: u8;
  constructor: u8;
  toString: u8;
  hasOwnProperty: u8;
  prototype: u8;
  then: u8;
  class: u8;
  default: u8;
  arguments: u8;
  eval: u8;
  undefined: u8;
  Infinity: f64;
  Map: u8;
  Uint8Array: Bytes<3>;
  readMap: u8;
  writeMap: u8;
  fromKind: u8;
  toKind: u8;
  pattern0: name;
  nodeId: nodeId;
  name: name;
  kind: Kind;
  other: Other;
  codecError: Codec;
  lists: Counted<u8, Counted<u8, Counted<u8, Sized<u8, Text>[]>[]>[]>;
  maps: Counted<u8, Sorted<u8, Nullable<u8>>>;
  anExceedinglyLongNameThatNobodyInTheirRightMindWouldEverChooseForAFieldOfAMessageButSomebodyDid: Sized<u8, Text>;
  anotherExceedinglyLongNameOfAFieldThatDoesNotFitIntoALineOfAnyFormatterThatIsInUse: Limit<u32, 5, 4000000000>;
  first?: Sized<u8, Text>;
  second?: u8;
}

export type nodeId = Brand<"nodeId", u64>;
export type name = Brand<"name", Sized<u8, Limit<Pattern<Text, "[a-z/*]*">, 0, 9>>>;

/** Names that the package's index has already. */
export interface Codec {
  DecodeError: DecodeError;
  Branded: Branded;
}
export type DecodeError = Enum<u8, { constructor: 0; toString: 1; at: 2; undefined: 200 }>;
export type Branded = Flags<u8, { constructor: 1; toString: 128 }>;
export interface SPEC_HASH extends Compact {}

/** Nothing of it is part of the value. */
export interface Hidden extends Layout {
  magic: Const<Bytes, "00">;
  long: Const<Bytes, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b">;
  reserved: Reserved<2>;
}

/** Fields that are called like these of the generated code, in JSON. */
export interface JsonValue extends Json, Open {
  at?: u8;
  r?: JsonValue2;
  json: OmitEmpty<Text>;
  value: OmitEmpty<u64>;
  maps: Sorted<DecodeError, Sorted<Text, Nullable<Text>[]>>;
  /** @json it's */
  single?: Text;
  bits: Duration;
  free: Free[];
  union?: Uint8Array;
  span: Span;
}
export interface JsonValue2 {
  next?: JsonValue2;
}

/** Cases that are called like the union, and like types of the language. */
export type Uint8Array = Internal<"case", { Uint8Array: { at: u8 }; string: Empty; constructor: { kept?: Text } }>;
export type Duration = Bits<u16, { start: Bit<5>; number: Bit<3, Const<u8, 5>>; at: Bit<1, bool>; value: Bit<2, Enum<u8, { off: 0; on: 3 }>>; gap: Bit<5, Reserved> }>;

/** One case only. */
export type Only = Compact<Tagged<u8, { value: { value: i16 } }>>;
