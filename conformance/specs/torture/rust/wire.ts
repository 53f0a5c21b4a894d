import type { Compact, Empty, Json, OmitEmpty, Tagged, Text, u8 } from "meshwright/lang";
import type { ID, Result, True } from "./self.js";
import type { Ring } from "./wire/type.js";

/** Holds what holds it. */
export interface List {
  next?: Node;
  ring: Ring;
  except: Result;
}

export type Node = Tagged<u8, { list: List; empty: Empty; ids: { ids: ID[] } }>;

/** Defaults that are made of another module's types. */
export interface Defaults extends Json {
  id: OmitEmpty<ID>;
  flags?: True;
  text: OmitEmpty<Text>;
}

/** In a module with one called `read` below it. */
export interface Whole extends Compact {
  list: List;
}
