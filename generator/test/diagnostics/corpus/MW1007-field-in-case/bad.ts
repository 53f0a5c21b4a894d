import type { Field, Proto, Tagged, u32 } from "meshwright/lang";

export type Choice = Proto<Tagged<u32, { first: Field<1, Count> }>>;

export interface Count extends Proto {
  value: Field<1, u32>;
}
