import type { Layout, u16 } from "meshwright/lang";

export interface Message extends Layout {
  count: u16;
}
