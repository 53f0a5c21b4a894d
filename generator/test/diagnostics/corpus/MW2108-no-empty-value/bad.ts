import type { Bytes, Json, Limit, OmitEmpty, Pattern, Text, f64, u8 } from "meshwright/lang";

export interface Message extends Json {
  count: OmitEmpty<Limit<u8, 1>>;
  ratio: OmitEmpty<f64>;
  name: OmitEmpty<Pattern<Text, "[a-z]+">>;
  parts: OmitEmpty<Limit<u8[], 2>>;
  hash: OmitEmpty<Bytes<32>>;
}
