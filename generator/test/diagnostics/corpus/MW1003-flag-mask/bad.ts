import type { Flags, Layout, u8 } from "meshwright/lang";

export interface Message extends Layout {
  flags: Flags<u8, MessageFlag>;
}

export interface MessageFlag {
  first: 1;
  both: 3;
}
