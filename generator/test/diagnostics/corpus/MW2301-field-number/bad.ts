import type { Field, Proto, Text, u32 } from "meshwright/lang";

export interface Message extends Proto {
  id: Field<1, u32>;
  name: Field<1, Text>;
}
