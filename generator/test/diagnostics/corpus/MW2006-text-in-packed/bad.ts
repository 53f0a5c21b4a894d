import type { Nullable, Packed, Sized, Text, u8 } from "meshwright/lang";

export interface Message extends Packed<8> {
  name: Sized<u8, Text>;
  part: Part;
}

export interface Part {
  count?: u8;
  size: Nullable<u8>;
}
