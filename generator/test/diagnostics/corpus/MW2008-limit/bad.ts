import type { Bytes, Layout, Limit, Sized, u16 } from "meshwright/lang";

export interface Message extends Layout {
  part: Limit<Sized<u16, Part>, 0, 16>;
}

export interface Part {
  hash: Bytes<32>;
}
