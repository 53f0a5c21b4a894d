import type { Field, Layout, u32 } from "meshwright/lang";

export interface Message extends Layout {
  id: Field<1, u32>;
}
