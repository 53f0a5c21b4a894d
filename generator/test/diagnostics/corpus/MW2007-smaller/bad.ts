import type { Bytes, Packed, u32 } from "meshwright/lang";

export interface Message extends Packed<16> {
  count: u32;
  hash: Bytes<8>;
}
