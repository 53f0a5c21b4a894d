import type { Embedded, Json, Packed, u64 } from "meshwright/lang";

export interface Message extends Json {
  token: Embedded<Token>;
}

export interface Token extends Packed<8> {
  id: u64;
}
