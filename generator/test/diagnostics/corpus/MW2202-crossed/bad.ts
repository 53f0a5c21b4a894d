import type { Brand, Json, Limit, Text, f64, u8 } from "meshwright/lang";

export interface Message extends Json {
  count: Limit<u8, 9, 3>;
  ratio: Limit<f64, 1, 0.5>;
  name: Name;
}

export type Name = Brand<"Name", Limit<Text, 64, 1>>;
