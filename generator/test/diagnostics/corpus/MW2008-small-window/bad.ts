import type { Bytes, Layout, Sized, u8 } from "meshwright/lang";

export interface Message extends Layout {
  part: Sized<u8, Part>;
}

export interface Part {
  hash: Bytes<300>;
}
