import type { Compact, Open, Text, u8 } from "meshwright/lang";

export interface Message extends Compact, Open {
  label?: Text;
  count: u8;
}

/** Closed, so each optional has a byte of its own. */
export interface Sound extends Compact {
  label?: Text;
  count: u8;
}
