import type { Layout, u8 } from "meshwright/lang";

export interface Message extends Layout<u8> {
  value: u8;
}
