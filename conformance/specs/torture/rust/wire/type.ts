import type { Embedded, Fixed, u16 } from "meshwright/lang";
import type { Final } from "../self.js";

export interface Ring {
  grid: Fixed<Fixed<u16, 1>, 1>;
  final: Embedded<Final>;
}
