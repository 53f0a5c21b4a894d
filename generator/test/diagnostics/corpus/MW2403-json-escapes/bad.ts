import type { Internal, Json, Text } from "meshwright/lang";

export type Message = Json<Internal<"ty\"pe", { start: Start }>>;

export interface Start {
  /** @json back\slash */
  name: Text;
}
