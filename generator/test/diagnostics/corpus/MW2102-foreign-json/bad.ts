import type { Json, Packed, u64 } from "meshwright/lang";

export interface Message extends Json {
  token: Token;
}

export interface Token extends Packed<8> {
  id: u64;
}
