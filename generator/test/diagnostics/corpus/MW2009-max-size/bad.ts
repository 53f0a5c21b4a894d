import type { Bytes, Compact, MaxSize } from "meshwright/lang";

export interface Message extends Compact, MaxSize<16> {
  hash: Bytes<32>;
}
