import type { Empty, Layout, Rest, Tagged, Text, u32, u8 } from "meshwright/lang";

export interface Message extends Layout {
  part: Part;
  checksum: u32;
}

export interface Part {
  choice: Choice;
}

export type Choice = Tagged<u8, { text: { value: Rest<Text> }; nothing: Empty }>;
