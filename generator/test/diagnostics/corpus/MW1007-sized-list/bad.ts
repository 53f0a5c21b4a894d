import type { Be, Counted, Layout, Pattern, Sized, Text, u16, u32, u8 } from "meshwright/lang";

export interface Message extends Layout {
  parts: Sized<u16, u8[]>;
  name: Counted<u8, Text>;
  size: Sized<u8, u32>;
  pattern: Pattern<u8, "[a-z]">;
  number: Be<Text>;
}
