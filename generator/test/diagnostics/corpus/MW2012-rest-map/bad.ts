import type { Layout, Map, Rest, u8 } from "meshwright/lang";

export interface Message extends Layout {
  count: u8;
  labels: Rest<Map<u8, u8>>;
}
