import type { Brand, Layout, u64 } from "meshwright/lang";

export type NodeId = Brand<"Node", u64>;

export interface Message extends Layout {
  node: NodeId;
}
