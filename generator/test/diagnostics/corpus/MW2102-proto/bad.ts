import type { Compact, Field, Proto, u32 } from "meshwright/lang";

export interface Count extends Proto {
  value: Field<1, u32>;
}

export interface Message extends Compact {
  count: Count;
}
