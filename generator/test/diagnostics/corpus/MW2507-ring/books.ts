import type { Field, Proto, Text } from "meshwright/lang";
import type { Author } from "./authors.js";

export interface Book extends Proto {
  title: Field<1, Text>;
  author: Field<2, Author>;
}
