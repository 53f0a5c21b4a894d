import type { Bytes, Enum, Json, Map, Open, u8 } from "meshwright/lang";

export interface Message extends Json {
  byHash: Map<Bytes<32>, u8>;
  byStatus: Map<Status, u8>;
}

export type Status = Open<Enum<u8, { ok: 0 }>>;
