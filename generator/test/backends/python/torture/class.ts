import type { Brand, Bytes, Compact, Counted, Embedded, Empty, Enum, Flags, Json, JsonValue, Layout, Limit, Map, Nullable, OmitEmpty, Open, Packed, Pattern, Rest, Sized, Tagged, Internal, Text, bool, f32, f64, u16, u32, u64, u8 } from "meshwright/lang";
import type { List } from "./wire.js";
import type { Ring } from "./wire/from.js";

/** """Triple quotes""", a back\slash, `code`, ${templates}, {{braces}}, %s, and an end in a "quote" */
export interface None extends Layout {
  class: u8;
  from: u16;
  lambda: u32;
  self: u64;
  cls: f32;
  int: f64;
  str: bool;
  list: Sized<u8, Text>;
  dict: Sized<u16, Bytes>;
  bytes: Counted<u8, u8[]>;
  bool: Counted<u8, Sized<u8, Text>[]>;
  float: Counted<u8, Map<u8, u16>>;
  type: Nullable<u8>;
  value: u8;
  data: u8;
  at: u8;
  end: u8;
  out: u8;
  start: u8;
  bits: u8;
  depth: u8;
  complete: u8;
  tag: u8;
  text: u8;
  unknown: u8;
  decode: u8;
  encode: u8;
  match: u8;
  fooBar: u8;
  foo_bar: u8;
  FooBar: u8;
  typing: u8;
  dataclasses: u8;
  struct: u8;
  math: u8;
  error: u8;
  len: u8;
  range: u8;
  /** Ends in a backslash \ */
  x1: u8;
  /** One
   *
   * two
   *   - three
   *   - four "five"
   * @since 2.0
   * @deprecated use something else
   */
  printName: Sized<u8, Text>;
  true: Ring;
}

/** @deprecated */
export interface Self extends Json {
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
  case: Case;
  and: OmitEmpty<u8>;
  or: OmitEmpty<bool>;
  not: OmitEmpty<Bytes>;
}

export type Case = Internal<"class", { case: { value: u8 }; other: { Value: u8 }; value: Empty; self: { at?: u8 }; none: Empty }>;

export interface Exception extends Compact {
  property: Except[];
  exec: Map<Except, Except>;
  print: Open2;
  id: ID;
  aRatherLongNameThatSomebodyMightReallyChoose: Limit<u32, 5, 4000000000>;
  anotherLongNameThatSomebodyMightChoose: { again: { andAgain: { deeper: { evenDeeper: u64[][][] } } } };
  pattern: Pattern<Text, "(\\[|[\"'\\\\]|[a-z]{1,3}\\/)*">;
}

export interface Another {
  x: u8;
}

/** An identifier. */
export type ID = Brand<"ID", u64>;

/** Variables of these names would hide what the codecs call. */
export interface Builtins extends Layout {
  bool: u8;
  is: bool;
  bytearray: u16;
  int: u32;
  type: u64;
  enumerate: Counted<u8, f32[]>;
  float: f32;
  bytes: Bytes<2>;
  range: Counted<u8, bool[]>;
  len: Sized<u8, Wrapped>;
  math: f64;
}

export interface Wrapped {
  value: u8;
}

/** Cases that are called like types, like the union itself, and like the alias of them all. */
export type Boxed = Tagged<u8, { self2: Sized<u16, Embedded<Self>>; boxedNone: Another; another: Another; iD: { iD: ID }; boxed: Empty; case: Empty; unitCase: Empty; none: { at: u8 } }>;

export type Except = Enum<u8, { none: 0; None: 1; true: 2; mro: 3; name: 4; value: 5; print: 6; fooBar: 7; foo_bar: 8; x: 9 }>;
export type Open2 = Open<Enum<u16, { class: 1; import: 65535 }>>;
export type True = Flags<u8, { class: 1; import: 2; none: 4; name: 0x80 }>;

export interface Final extends Packed<2> {
  true: True;
  except: Except;
}

/** A reference to another module and back. */
export interface Other extends Compact {
  list: List;
  tail: Text;
  boxed: Boxed[];
}
