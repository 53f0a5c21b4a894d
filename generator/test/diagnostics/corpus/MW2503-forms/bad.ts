import type { Bit, Bits, Const, Embedded, Enum, Field, Flags, Json, JsonValue, Map, Nullable, Proto, SocketAddress, Text, u32, u8 } from "meshwright/lang";

export interface Message extends Proto {
  lists: Field<1, u32[][]>;
  maps: Field<2, Map<Text, u32>[]>;
  byStatus: Field<3, Map<Status, Text>>;
  absent?: Field<4, u32[]>;
  none: Field<5, Nullable<Text>>;
  version: Field<6, Const<u8, 1>>;
  value: Field<7, JsonValue>;
  from: Field<8, SocketAddress>;
  rights: Field<9, Flags<u8, { read: 1 }>>;
  bits: Field<10, Bits<u8, { low: Bit<8> }>>;
  memo: Field<11, Embedded<Memo>>;
  status: Field<12, Status>;
}

export interface Memo extends Json {
  text: Text;
}

export type Status = Enum<u32, { highest: 4294967295 }>;
