import type { Field, Proto, Text, i64 } from "meshwright/lang";

/** An amount. */
export interface Money extends Proto {
  currency: Field<1, Text>;
  cents: Field<2, i64>;
}
