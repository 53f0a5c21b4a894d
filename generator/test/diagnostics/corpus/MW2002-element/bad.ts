import type { Counted, Layout, Sized, Text, u8 } from "meshwright/lang";

export interface Message extends Layout {
  parts: Counted<u8, Part[]>;
}

export interface Part {
  count: u8;
  label?: Sized<u8, Text>;
}
