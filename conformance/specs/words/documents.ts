import type { Adjacent, Brand, Bytes, Const, Duration, Empty, Enum, External, Fixed, Flags, Hex, Internal, Ints, Json, JsonValue, Limit, Map, Nullable, OmitEmpty, Open, Pattern, SocketAddress, Text, bool, f32, f64, i16, i64, i8, u16, u32, u64, u8 } from "meshwright/lang";
import type { RecordId } from "./compacts.js";
import type { Fruit, Name, Status } from "./layouts.js";
import type { Point, Shared } from "./scalars.js";

/** Every word in JSON. */
export interface Document extends Json {
  kind: Const<Text, "document">;
  version: Const<u8, 2>;
  a: u8;
  b: u16;
  c: u32;
  d: u64;
  e: i8;
  f: i16;
  h: i64;
  single: f32;
  double: f64;
  yes: bool;
  text: Text;
  short: Limit<Text, 1, 5>;
  name: Name;
  base: Bytes;
  hex: Hex<Bytes>;
  ints: Ints<Bytes>;
  key: Hex<Bytes<4>>;
  tiny: Limit<Bytes, 1, 3>;
  list: u32[];
  few: Limit<Text[], 1, 3>;
  row: Fixed<u8, 3>;
  points: Point[];
  map: Map<Text, u32>;
  byNumber: Map<u64, Text>;
  bySigned: Map<i16, bool>;
  byFruit: Map<Fruit, u8>;
  some?: u32;
  someValue?: JsonValue;
  none: Nullable<Text>;
  value: JsonValue;
  values: JsonValue[];
  fruit: Fruit;
  status: Status;
  rights: Flags<u16, { read: 1; writeAll: 2; top: 0x8000 }>;
  shared: Shared;
  span: Duration;
  address: SocketAddress;
  bounded: Limit<u32, 10, 1000>;
  ratio: Limit<f64, 0, 1>;
  zero: OmitEmpty<u32>;
  no: OmitEmpty<bool>;
  nothing: OmitEmpty<Text[]>;
  blank: OmitEmpty<Text>;
  id: RecordId;
  /** @json type */
  renamed: Text;
  event: Event;
  shape: Figure;
  reply: Reply;
  tree?: Branch;
  inner: { deep: { deeper: bool } };
}

export type Event = Internal<"type", { start: { at: u64 }; stop: { at: u64; why?: Text }; data: { value: JsonValue } }>;
export type Figure = External<{ dot: Empty; circle: { radius: f64 }; longName: { parts: Figure[] } }>;
export type Reply = Adjacent<"tag", "content", { none: Empty; found: { items: Text[] }; missing: { why: Text } }>;

/** It contains itself. */
export interface Branch {
  label: Text;
  children: OmitEmpty<Branch[]>;
}

/** Unions can be whole messages, with each way of tagging. */
export type InternalMessage = Json<Internal<"op", { put: { key: Text; value: JsonValue }; delete: { key: Text } }>>;
export type ExternalMessage = Json<External<{ ping: Empty; echo: { text: Limit<Pattern<Text, "[ -~]*">, 0, 20> } }>>;
export type AdjacentMessage = Json<Adjacent<"t", "c", { ping: Empty; echo: { text: Text } }>>;

/** Keeps the members that it does not know. */
export interface OpenDocument extends Json, Open {
  id: u64;
  name?: Text;
  tags: OmitEmpty<Text[]>;
  status: Status;
}

/** A union whose cases keep what they do not know. */
export type OpenEvent = Json<Internal<"type", { start: OpenStart }>>;
export interface OpenStart extends Open {
  at: u8;
  note?: Text;
}

/** Nothing at all. */
export interface EmptyDocument extends Json {}

/** A brand around bytes keeps their form. */
export type Digest = Brand<"Digest", Hex<Bytes<8>>>;

/** A list of what is branded, an enum that is used only in JSON, and bounds of what is else without any in JSON. */
export interface Sealed extends Json {
  digests: Digest[];
  colour: Enum<u8, { red: 0; darkGreen: 1 }>;
  marks: Limit<Map<Name, u8>, 1, 4>;
  seal: Limit<Hex<Bytes>, 1, 3>;
  numbers: Limit<Ints<Bytes>, 1, 3>;
}
