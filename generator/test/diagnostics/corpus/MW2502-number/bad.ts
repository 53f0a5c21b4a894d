import type { Empty, Field, Proto, Retired, Tagged, u32 } from "meshwright/lang";

export interface Message extends Proto, Retired<536870913> {
  zero: Field<0, u32>;
  negative: Field<-1, u32>;
  kept: Field<19500, u32>;
  large: Field<536870912, u32>;
  choice: Field<1, Choice>;
}

/** Cases count from 0 unless Tag says otherwise. */
export type Choice = Tagged<u32, { first: Empty; second: Empty }>;
