import type { Field, Proto, Service, u32 } from "meshwright/lang";

export interface Counter extends Service<"counter"> {
  count: Count;
}

export interface Count extends Proto {
  value: Field<1, u32>;
}
