import type { Be, Compact, Sized, Text, f64, u16, u32 } from "meshwright/lang";

export interface Message extends Compact {
  count: Be<u32>;
  ratio: Be<f64>;
  name: Sized<Be<u16>, Text>;
}
