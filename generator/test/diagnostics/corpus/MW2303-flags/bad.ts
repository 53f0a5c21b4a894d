import type { Bit, Bits, Flags, Layout, Reserved, Retired, u8 } from "meshwright/lang";

export interface Message extends Layout {
  rights: Rights;
  word: Word;
}

export type Rights = Flags<u8, { read: 1; write: 2; share: 0x80 }, Retired<2 | 0x40 | "share">>;

export type Word = Bits<u8, { length: Bit<6>; urgent: Bit<1>; gap: Bit<1, Reserved> }, Retired<"urgent" | "gap">>;
