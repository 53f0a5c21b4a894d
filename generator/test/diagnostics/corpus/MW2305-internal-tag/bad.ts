import type { Empty, Internal, Json, u8 } from "meshwright/lang";

export type Message = Json<Internal<"type", { start: Start; stop: Empty }>>;

export interface Start {
  type: u8;
}
