import type { Field, Proto, Text } from "meshwright/lang";
import type { Book } from "./books.js";

export interface Author extends Proto {
  name: Field<1, Text>;
  books: Field<2, Book[]>;
}
