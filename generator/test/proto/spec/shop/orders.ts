import type { Bytes, Empty, Enum, Field, Fixed, Hex, Limit, Map, MaxSize, Pattern, Proto, Retired, Service, Stream, Tag, Tagged, Text, Timestamp, bool, f32, f64, i16, i32, i64, i8, u16, u32, u64, u8 } from "meshwright/lang";
import type { Money } from "./money.js";

/**
 * Everything that protobuf can say. Docs may hold anything: *\/ """ \ % // and ünïcode.
 *
 * A second paragraph.
 * @since 2.1.0
 */
export interface Order extends Proto, MaxSize<65536>, Retired<4 | 5 | 6 | 9 | "oldName"> {
  a: Field<1, u8>;
  b: Field<2, u16>;
  c: Field<3, u32>;
  d: Field<7, u64>;
  e: Field<8, i8>;
  f: Field<10, i16>;
  g: Field<11, i32>;
  h: Field<12, i64>;
  single: Field<13, f32>;
  double: Field<14, Limit<f64, 0, 1>>;
  yes: Field<15, bool>;
  name: Field<16, Limit<Pattern<Text, "[a-z]+">, 1, 20>>;
  data: Field<17, Limit<Bytes, 0, 64>>;
  key: Field<18, Hex<Bytes<32>>>;
  at: Field<19, Timestamp<"ns">>;
  /** Perhaps a number. */
  maybeNumber?: Field<20, u64>;
  maybeText?: Field<21, Text>;
  maybePart?: Field<22, Part>;
  part: Field<23, Part>;
  numbers: Field<24, Limit<u32[], 1, 5>>;
  parts: Field<25, Part[]>;
  three: Field<26, Fixed<i64, 3>>;
  byName: Field<27, Map<Text, Part>>;
  byNumber: Field<28, Map<i32, Colour>>;
  colour: Field<29, Colour>;
  maybeColour?: Field<30, Colour>;
  colours: Field<31, Colour[]>;
  level: Field<32, Enum<i8, { low: -1; none: 0; high: 100 }>>;
  payment: Field<33, Payment>;
  /** @deprecated use parts */
  old: Field<34, Text>;
  /** @json type */
  kind: Field<35, Text>;
  price: Field<36, Money>;
  last: Field<536870911, bool>;
}

/** Takes its encoding from the order. It contains itself. */
export interface Part {
  label: Field<1, Text>;
  inner?: Field<2, Part>;
}

/** Without a zero, with numbers and names that were given up. */
export type Colour = Enum<u32, { red: 1; darkGreen: 2; blue: 7 }, Retired<3 | 4 | 5 | "puce">>;

/** A choice whose case is called like the choice usually is. */
export type Payment = Tagged<u32, { cash: Tag<1, Empty>; card: Tag<2, { number: Field<1, Text> }>; kind: Tag<3, Part>; next: Tag<19, Payment> }, Retired<4 | "cheque">>;

/** Names that mean something in .proto files or in the languages that are made from them. */
export interface Reserved extends Proto {
  message: Field<1, Text>;
  package: Field<2, Text>;
  import: Field<3, Text>;
  optional: Field<4, Text>;
  repeated: Field<5, Text>;
  reserved: Field<6, Text>;
  string: Field<7, double>;
  map: Field<8, Text>;
  class: Field<9, Text>;
  def: Field<10, Text>;
  oneof: Field<11, Text>;
  option: Field<12, Text>;
  enum: Field<13, Text>;
  rpc: Field<14, Text>;
  returns: Field<15, Text>;
  to: Field<16, Text>;
  max: Field<17, Text>;
  int32?: Field<18, i32>;
}

/** Called like a word of protobuf. */
export interface double extends Proto {
  value: Field<1, Text>;
}

/** @deprecated nobody asks */
export interface Nothing extends Proto {}

/** Sells things. */
export interface Shop extends Service<"shop"> {
  order(request: Order): Nothing;
  /** @deprecated ask once */
  watch(request: Nothing): Stream<Order>;
  upload(orders: Stream<Order>): Nothing;
  talk(orders: Stream<Order>): Stream<double>;
}
