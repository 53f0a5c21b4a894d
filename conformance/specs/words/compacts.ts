import type { Brand, Bytes, Compact, Const, Duration, Embedded, Empty, Enum, Fixed, Flags, Limit, Map, MaxSize, Nullable, Open, SocketAddress, Tagged, Text, bool, f32, f64, i16, i32, i64, i8, u16, u32, u64, u8 } from "meshwright/lang";
import type { Box, Fruit, Memo, Name, Note, Pin, Status } from "./layouts.js";
import type { Point, Shared } from "./scalars.js";

/** Every word in the compact encoding. */
export interface Small extends Compact {
  version: Const<u16, 300>;
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
  text: Text;
  bytes: Bytes;
  key: Bytes<4>;
  row: Fixed<u32, 3>;
  list: u64[];
  short: Limit<Text[], 1, 3>;
  nested: i32[][];
  map: Map<Text, u32>;
  byNumber: Map<u64, Text>;
  bySigned: Map<i32, bool>;
  byBytes: Map<Bytes, u8>;
  byName: Map<Name, Name>;
  some?: u32;
  someList?: Text[];
  someSpan?: Duration;
  none: Nullable<Text>;
  fruit: Fruit;
  level: Level;
  status: Status;
  rights: Flags<u16, { read: 1; write: 2; top: 0x8000 }>;
  shared: Shared;
  span: Duration;
  address: SocketAddress;
  addresses: SocketAddress[];
  point: Point;
  points: Point[];
  pin: Embedded<Pin>;
  note: Embedded<Note>;
  memo: Limit<Embedded<Memo>, 10, 200>;
  shape: Outline;
  bounded: Limit<u32, 10, 1000>;
  signedBounded: Limit<i16, -300, 300>;
  name: Name;
  id: RecordId;
}

export type Level = Enum<u32, { low: 0; high: 300; highest: 4294967295 }>;

export type RecordId = Brand<"RecordId", u64>;

export type Outline = Tagged<u32, { dot: Empty; ring: { radius: f32; thickness?: f32 }; text: { text: Text } }>;

/** A tree: it contains itself. */
export type Tree = Compact<Tagged<u8, { leaf: { value: i64 }; branch: { children: Tree[] }; named: { name: Text; child: TreeBox } }>>;

/** One step of the ring between it and the tree. */
export interface TreeBox {
  label?: Text;
  content: TreeNode;
}

/** Another ring, through an optional. */
export interface TreeNode {
  value: u8;
  next?: TreeNode;
}

/** At most 24 bytes in all. */
export interface Tiny extends Compact, MaxSize<24> {
  texts: Text[];
  extra?: Bytes;
}

/** Keeps the bytes that it does not know. */
export interface OpenCompact extends Compact, Open {
  id: u32;
  name?: Text;
}

/** Bounds at which a varint has two bytes. */
export interface Ranges extends Compact {
  high: Limit<u32, 300, 1000>;
  low: Limit<i32, -1000, -300>;
}

/** Nothing at all. */
export interface Nothing extends Compact {}
