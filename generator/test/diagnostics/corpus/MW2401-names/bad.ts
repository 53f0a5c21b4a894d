import type { Enum, Json, u8 } from "meshwright/lang";

export interface Größe extends Json {
  "two words": u8;
  $price: u8;
  _hidden: u8;
  role: Enum<u8, { été: 0 }>;
}
