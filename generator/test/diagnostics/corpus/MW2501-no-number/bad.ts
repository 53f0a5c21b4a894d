import type { Field, Proto, Text, u32 } from "meshwright/lang";

export interface Message extends Proto {
  id: Field<1, u32>;
  name: Text;
  author: Field<2, Author>;
}

/** Takes its encoding from the message. */
export interface Author {
  name: Text;
}
