import type { Layout, u8 } from "meshwright/lang";

export interface Message extends Layout {
  count: u8;
}
