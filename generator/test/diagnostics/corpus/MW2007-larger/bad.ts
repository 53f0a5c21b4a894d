import type { Bytes, Packed, u32 } from "meshwright/lang";

export interface Message extends Packed<8> {
  part: Part;
  hash: Bytes<8>;
}

export interface Part {
  count: u32;
}
