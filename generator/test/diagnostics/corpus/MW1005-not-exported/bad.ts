import type { Layout, u8 } from "meshwright/lang";

export interface Message extends Layout {
  part: Part;
}

interface Part {
  count: u8;
}
