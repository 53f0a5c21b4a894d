import type { Compact, Empty, OmitEmpty, Tagged, Text, u8, Json } from "meshwright/lang";
import type { Except, ID, True } from "./class.js";
import type { Ring } from "./wire/from.js";

/** Holds what holds it. */
export interface List {
  next?: Node;
  ring: Ring;
  except: Except;
}

export type Node = Tagged<u8, { list: List; empty: Empty; ids: { ids: ID[] } }>;

/** Defaults that are made of another module's types. */
export interface Defaults extends Json {
  id: OmitEmpty<ID>;
  flags?: True;
  text: OmitEmpty<Text>;
}
