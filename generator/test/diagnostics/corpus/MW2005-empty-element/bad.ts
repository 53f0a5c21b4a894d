import type { Counted, Fixed, Layout, u32 } from "meshwright/lang";

export interface Message extends Layout {
  parts: Counted<u32, Part[]>;
  more: Fixed<Part, 9>;
}

export interface Part {}
