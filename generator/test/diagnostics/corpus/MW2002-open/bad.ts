import type { Compact, Open, u32, u8 } from "meshwright/lang";

export interface Message extends Compact {
  part: Part;
  checksum: u32;
}

export interface Part extends Open {
  count: u8;
}
