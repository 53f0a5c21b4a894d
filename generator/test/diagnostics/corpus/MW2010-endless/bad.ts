import type { Compact, u32 } from "meshwright/lang";

export interface Message extends Compact {
  node: Node;
}

export interface Node {
  value: u32;
  next: Node;
}
