import type { Enum, Layout, Rest, Text, u8 } from "meshwright/lang";
import type { Map } from "../index.js";

/** The same names as in another module, in a ring of modules. */
export interface Header {
  kind: Kind;
}

export type Kind = Enum<u8, { map: 0; Map: 1 }>;

export interface Holder extends Layout {
  map: Map;
}
