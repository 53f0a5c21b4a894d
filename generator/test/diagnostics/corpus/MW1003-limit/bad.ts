import type { Layout, Limit, u8 } from "meshwright/lang";

export interface Message extends Layout {
  count: Limit<u8, 1.5>;
}
