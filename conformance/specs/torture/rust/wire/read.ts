import type { Compact, u8 } from "meshwright/lang";
import type { Whole as Outer } from "../wire.js";

/** Of the same name as what it holds. */
export interface Whole extends Compact {
  whole: Outer;
  level: u8;
}
