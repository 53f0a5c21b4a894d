import type { Layout, u16, u32 } from "meshwright/lang";

export interface Message extends Layout {
  count: u16;
  count: u32;
}
