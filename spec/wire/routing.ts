import type { Packed, u64 } from "meshwright/lang";
import type { NodeId } from "./identity.js";

/** Subprotocol 0x0C01: a node cannot be reached through the sender any more. */
export interface RouteWithdrawal extends Packed<16> {
  destination: NodeId;
  /** Counts the withdrawals of a sender; an older one is ignored. */
  seq: u64;
}
