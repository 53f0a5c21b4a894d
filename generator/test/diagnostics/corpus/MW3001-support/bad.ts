import type { Compact, Enum, Map, Open, Text, u8 } from "meshwright/lang";

export interface Message extends Compact {
  labels: Map<Text, Text>;
  status: Status;
}

export type Status = Open<Enum<u8, { ok: 0 }>>;
