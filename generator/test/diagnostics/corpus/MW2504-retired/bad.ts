import type { Layout, Retired, u32 } from "meshwright/lang";

export interface Message extends Layout, Retired<2 | "name"> {
  id: u32;
}
