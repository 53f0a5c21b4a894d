import type { Compact, Counted, Empty, External, Json, Layout, Map, Nullable, Rest, Sized, Tagged, Text, u16, u8 } from "meshwright/lang";

/** Types that contain themselves, in each way that they can. */
export interface ByOptional extends Compact {
  next?: ByOptional;
}
export interface ByNullable extends Layout {
  value: u8;
  first: NullableNode;
}
export interface NullableNode {
  next: Nullable<NullableNode>;
}
export interface ByList extends Json {
  items: ByList[];
}
export interface ByCountedList extends Layout {
  nodes: Counted<u8, CountedNode[]>;
}
export interface CountedNode {
  nodes: Counted<u8, CountedNode[]>;
}
export interface ByMap extends Compact {
  children: Map<Text, ByMap>;
}
export interface ByJsonMap extends Json {
  children: Map<Text, ByJsonMap>;
}
export interface ByWindow extends Layout {
  window: Sized<u16, WindowNode>;
}
export interface WindowNode {
  label: u8;
  below?: Sized<u16, WindowNode>;
}
export interface ByRest extends Layout {
  tree: RestNode;
}
export interface RestNode {
  level: u8;
  below: Rest<Sized<u16, RestNode>[]>;
}
export type ByUnion = Compact<Tagged<u8, { end: Empty; more: { left: ByUnion; right: ByUnion } }>>;
export type ByJsonUnion = Json<External<{ end: Empty; more: { left: ByJsonUnion; right: ByJsonUnion } }>>;

/** A ring of three, with a ring of its own in the last. */
export interface Ping extends Compact {
  pong?: Pong;
}
export interface Pong {
  pang: Pang[];
}
export interface Pang {
  ping?: Ping;
  pangs: Map<u8, Pang>;
}

/** Two types that contain themselves in one message. */
export interface TwoTrees extends Json {
  list: ByList;
  union: ByJsonUnion;
}
