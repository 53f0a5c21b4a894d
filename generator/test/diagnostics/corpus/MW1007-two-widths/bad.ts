import type { Flags, Layout, u16, u8 } from "meshwright/lang";

export interface Message extends Layout {
  narrow: Flags<u8, MessageFlag>;
  wide: Flags<u16, MessageFlag>;
}

export interface MessageFlag {
  first: 1;
}
