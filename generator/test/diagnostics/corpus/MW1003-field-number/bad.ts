import type { Field, Proto, Text } from "meshwright/lang";

export interface Message extends Proto {
  name: Field<number, Text>;
}
