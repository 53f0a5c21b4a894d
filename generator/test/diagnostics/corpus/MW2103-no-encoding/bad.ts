import type { Embedded, Layout, Sized, u16, u8 } from "meshwright/lang";

export interface Message extends Layout {
  part: Sized<u16, Embedded<Part>>;
}

export interface Part {
  count: u8;
}
