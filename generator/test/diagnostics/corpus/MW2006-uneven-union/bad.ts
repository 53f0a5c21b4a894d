import type { Packed, Tagged, u32, u8 } from "meshwright/lang";

export interface Message extends Packed<5> {
  choice: Choice;
}

export type Choice = Tagged<u8, { small: { value: u8 }; large: { value: u32 } }>;
