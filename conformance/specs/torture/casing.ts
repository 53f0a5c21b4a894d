import type { Bit, Bits, Brand, Compact, Embedded, Empty, Enum, External, Flags, Json, Layout, Reserved, Tagged, u16, u32, u8 } from "meshwright/lang";

/** Names that differ only by case, or not at all once a language has cased them. */
interface Fields {
  fooBar: u8;
  /** @json b */
  foobar: u8;
  /** @json c */
  FooBar: u8;
  /** @json d */
  foo_bar: u8;
  /** @json e */
  FOO_BAR: u8;
  /** @json f */
  foo__bar: u8;
  /** @json g */
  fooBar_: u8;
  http2Server: u8;
  /** @json i */
  HTTP2Server: u8;
  a1: u8;
  a_1: u8;
  /** @json k */
  A1: u8;
  state: State;
  flags: StateFlags;
  bits: StateBits;
}

export interface FieldsInLayout extends Fields, Layout {}
export interface FieldsInJson extends Fields, Json {}

export type State = Enum<
  u8,
  {
    ok: 0;
    /** @json b */
    OK: 1;
    /** @json c */
    Ok: 2;
    oK: 3;
    /** @json e */
    o_k: 4;
  }
>;

export type StateFlags = Flags<
  u8,
  {
    ok: 1;
    /** @json b */
    OK: 2;
    /** @json c */
    Ok: 4;
  }
>;

export type StateBits = Bits<
  u8,
  {
    ok: Bit<1>;
    /** @json b */
    OK: Bit<1>;
    /** @json c */
    Ok: Bit<1>;
    gap: Bit<5, Reserved>;
  }
>;

/** Types whose names differ only by case. */
export interface Twin extends Layout {
  value: u8;
}
export interface TWIN extends Layout {
  value: u16;
}
export interface twin extends Layout {
  value: u32;
}
export type tWin = Brand<"tWin", u8>;
export interface Twins extends Compact {
  one: Embedded<Twin>;
  two: Embedded<TWIN>;
  three: Embedded<twin>;
  four: tWin;
}

/** Cases whose names differ only by case, and a structure named as one written in place would be. */
export type Choice = Layout<
  Tagged<
    u8,
    {
      item: ChoiceItem;
      /** @json b */
      Item: ChoiceItem;
      /** @json c */
      ITEM: Empty;
      /** @json d */
      iTem: { value: u8 };
    }
  >
>;
export interface ChoiceItem {
  value: u8;
}

/** What generated code might call a type, a case, a decoder or a list of another. */
export type Shape = Compact<Tagged<u8, { case: ShapeCase; shape: Empty; list: ShapeList; unknown: Empty }>>;
export interface ShapeCase {
  shape: u8;
}
export interface ShapeList {
  shapes: u8[];
}
export interface DecodeShape extends Layout {
  shape: u8;
}
export interface ShapeDecode extends Layout {
  shape: u8;
}
export type NamedShape = Json<External<{ circle: { radius: u8 }; Square: Embedded<NamedShapeInJson> }>>;
export interface NamedShapeInJson extends Json {
  side: u8;
}
