import type { Layout, Sized, Text, u8 } from "meshwright/lang";

export interface Message extends Layout {
  label?: Sized<u8, Text>;
  count: u8;
}
