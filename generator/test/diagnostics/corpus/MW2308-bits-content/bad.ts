import type { Bit, Bits, Const, Enum, Flags, Layout, bool, u16, u8 } from "meshwright/lang";

export interface Message extends Layout {
  entry: Entry;
}

export type Entry = Bits<u16, { ready: Bit<2, bool>; kind: Bit<2, Const<u8, 4>>; role: Bit<4, Role>; flags: Bit<8, Flags<u16, EntryFlag>> }>;

export type Role = Enum<u8, { leader: 0; replica: 16 }>;

export interface EntryFlag {
  first: 1;
  ninth: 256;
}
