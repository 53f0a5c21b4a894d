import type { Bytes, Const, Layout, u8 } from "meshwright/lang";

export interface Message extends Layout {
  version: Const<u8, "one">;
  magic: Const<Bytes, "B0">;
}
