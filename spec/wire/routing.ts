import type { Packed, u64 } from "meshwright/lang";
import type { NodeId } from "./identity.js";

/** Subprotocol 0x0C01: a node cannot be reached through the sender any more. */
export interface RouteWithdrawal extends Packed<16> {
  destination: NodeId;
  /** Counts the withdrawals of a sender; an older one is ignored. */
  seq: u64;
}

/** Subprotocol 0x0113: the sender has lost its way to a node, and waits for a newer pingwave of it. It goes from neighbour to neighbour until one has that. */
export interface PingwaveRequest extends Packed<16> {
  destination: NodeId;
  /** Of the newest pingwave that the sender knows. */
  sequence: u64;
}
