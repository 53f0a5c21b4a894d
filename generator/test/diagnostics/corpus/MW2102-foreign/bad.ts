import type { Compact, Layout, u64 } from "meshwright/lang";

export interface Message extends Layout {
  token: Token;
}

export interface Token extends Compact {
  id: u64;
}
