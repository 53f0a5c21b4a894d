import type { Compact, OmitEmpty, u8 } from "meshwright/lang";

export interface Message extends Compact {
  count: OmitEmpty<u8>;
}
