import type { Const, Layout, Text, i8, u8 } from "meshwright/lang";

export interface Message extends Layout {
  version: Const<u8, 256>;
  level: Const<i8, -129>;
  kind: Const<Text, "">;
  half: Const<Text, "\ud800">;
}
