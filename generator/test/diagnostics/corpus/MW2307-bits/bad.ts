import type { Bit, Bits, Layout, u16, u8 } from "meshwright/lang";

export interface Message extends Layout {
  few: Few;
  many: Many;
  none: None;
}

export type Few = Bits<u16, { count: Bit<12> }>;

export type Many = Bits<u8, { count: Bit<12> }>;

export type None = Bits<u8, { count: Bit<8>; nothing: Bit<0> }>;
