import type { Be, Brand, Bytes, Compact, Const, Counted, Embedded, Empty, Enum, Flags, Json, Layout, Limit, Map, MaxSize, Nullable, Open, Packed, Pattern, Rest, Retired, Sized, Tag, Tagged, Text, bool, f32, f64, i16, i64, i8, u16, u32, u64, u8 } from "meshwright/lang";

/** Every way to say where a value ends. */
export interface Frames extends Layout {
  short: Sized<u8, Text>;
  long: Limit<Sized<u32, Text>, 2, 300>;
  big: Sized<Be<u16>, Bytes>;
  wide: Limit<Sized<u64, Bytes>, 0, 40>;
  numbers: Counted<u8, u32[]>;
  texts: Limit<Counted<Be<u16>, Sized<u8, Text>[]>, 1, 5>;
  boxes: Counted<u16, Box[]>;
  window: Sized<u16, Inner>;
  ages: Counted<u8, Map<Sized<u8, Text>, u8>>;
  signed: Limit<Counted<u8, Map<i16, bool>>, 0, 3>;
  keys: Counted<u8, Map<Bytes<2>, Fruit>>;
  fruits: Counted<u8, Map<Fruit, u8>>;
  maybe: Nullable<u16>;
  maybeBox: Nullable<Box>;
  name: Sized<u8, Name>;
  names: Counted<u8, Sized<u8, Name>[]>;
  pin: Embedded<Pin>;
  note: Sized<u8, Embedded<Note>>;
  memo: Sized<u16, Embedded<Memo>>;
  shape: Shape;
  first?: u8;
  second?: Sized<u8, Text>;
  third?: Box;
}

export interface Box {
  width: u16;
  height: u16;
  label: Sized<u8, Text>;
}

/** Ends with what is left of its window. */
export interface Inner {
  id: u32;
  tail: Rest<Limit<Text, 0, 50>>;
}

export type Fruit = Enum<u8, { apple: 1; pear: 2; quince: 200 }>;

/** Lower-case words joined by hyphens. */
export type Name = Brand<"Name", Limit<Pattern<Text, "[a-z]+(-[a-z0-9]{1,3}|_)*">, 1, 20>>;

/** Stands in place wherever it is embedded. */
export interface Pin extends Packed<5> {
  x: i16;
  y: i16;
  kind: Fruit;
}

/** A small message of another encoding. */
export interface Note extends Compact {
  id: u32;
  text: Text;
}

/** A JSON message, to be embedded in binary ones. */
export interface Memo extends Json {
  title: Text;
  rating?: f64;
}

export type Shape = Tagged<
  u16,
  {
    point: Empty;
    circle: { radius: f32 };
    box: Tag<10, Box>;
    memo: Sized<u8, Embedded<Memo>>;
    nested: Choice;
  },
  Retired<2 | "line">
>;

export type Choice = Tagged<u8, { left: { value: i8 }; right: { value: i64 } }>;

/** A list that takes the rest, of elements of their own length. */
export interface Tail extends Layout {
  kind: Const<u8, 7>;
  items: Limit<Rest<Box[]>, 1, 4>;
}

/** Wide prefixes, the most significant byte first. */
export interface Prefixes extends Layout {
  first: Sized<Be<u32>, Bytes>;
  second: Limit<Sized<Be<u64>, Text>, 0, 300>;
  last: Counted<Be<u32>, Map<Be<u16>, u8>>;
}

/** Bytes that take the rest. */
export interface Blob extends MaxSize<64>, Layout {
  id: u16;
  data: Limit<Rest<Bytes>, 1>;
}

/** A union that is a whole message, and open. */
export type Command = Layout<Tagged<u8, { stop: Empty; go: { speed: u8; reason?: Sized<u8, Text> }; frame: { inner: Sized<u16, Inner>; flags: Flags<u16, CommandFlag> } }>>;

export interface CommandFlag {
  quick: 0x0001;
  quiet: 0x8000;
}

/** Keeps the bytes that it does not know. */
export interface OpenLayout extends Layout, Open {
  id: u16;
  status: Status;
}

export type Status = Open<Enum<u16, { ok: 0; failed: 500 }>>;
