import type { Layout } from "meshwright/lang";

export interface Message extends Layout {
  flag: MessageFlag;
}

export interface MessageFlag {
  first: 1;
  second: 2;
}
