import type { Field, Proto, u32 } from "meshwright/lang";

export interface Two extends Proto {
  id: Field<1, u32>;
}
