import type { Be, Json, u32 } from "meshwright/lang";

export interface Message extends Json {
  count: Be<u32>;
}
