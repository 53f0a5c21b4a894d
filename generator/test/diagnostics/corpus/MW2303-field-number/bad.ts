import type { Field, Proto, Retired, Text, u32 } from "meshwright/lang";

export interface Message extends Proto, Retired<2 | "title"> {
  id: Field<1, u32>;
  name: Field<2, Text>;
  title: Field<3, Text>;
}
