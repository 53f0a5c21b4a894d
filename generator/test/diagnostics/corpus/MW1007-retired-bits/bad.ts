import type { Bit, Bits, Layout, Reserved, Retired, u8 } from "meshwright/lang";

export interface Message extends Layout {
  word: Bits<u8, { length: Bit<6>; gap: Bit<2, Reserved> }, Retired<6 | "urgent">>;
}
