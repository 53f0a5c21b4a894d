import type { Enum, Json, u64, u8 } from "meshwright/lang";

export interface Message extends Json {
  nodeId: u64;
  node_id: u64;
  role: Role;
  /** @json count */
  total: u8;
  count: u8;
}

export type Role = Enum<u8, { firstOne: 0; first_one: 1 }>;
