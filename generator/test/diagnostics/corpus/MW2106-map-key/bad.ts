import type { Compact, Map, bool, f64, u8 } from "meshwright/lang";

export interface Message extends Compact {
  byFloat: Map<f64, u8>;
  byFlag: Map<bool, u8>;
  byPart: Map<Part, u8>;
}

export interface Part {
  count: u8;
}
