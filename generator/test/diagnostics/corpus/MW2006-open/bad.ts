import type { Open, Packed, u32 } from "meshwright/lang";

export interface Message extends Packed<4>, Open {
  count: u32;
}
