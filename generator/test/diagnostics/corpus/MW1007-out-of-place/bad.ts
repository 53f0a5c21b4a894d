import type { Bit, Empty, Json, OmitEmpty, Tag, Text, u8 } from "meshwright/lang";

export interface Message extends Json {
  tag: Tag<3, Part>;
  nothing: Empty;
  bit: Bit<3>;
  parts: OmitEmpty<Text>[];
}

export interface Part {
  count: u8;
}
