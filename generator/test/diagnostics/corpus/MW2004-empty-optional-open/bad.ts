import type { Compact, Open, u8 } from "meshwright/lang";

export interface Message extends Compact, Open {
  count: u8;
  nothing?: Nothing;
}

export interface Nothing {}
