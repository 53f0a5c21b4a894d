import type { Json, Layout, u8 } from "meshwright/lang";

export interface Message extends Layout, Json {
  count: u8;
}
