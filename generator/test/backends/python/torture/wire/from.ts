import type { Compact, Fixed, u8, u16 } from "meshwright/lang";
import type { Final } from "../class.js";
import type { Embedded } from "meshwright/lang";

export interface Ring {
  grid: Fixed<Fixed<u16, 1>, 1>;
  final: Embedded<Final>;
}
