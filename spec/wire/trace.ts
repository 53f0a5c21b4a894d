import type { Embedded, Enum, Packed, Reserved, u64, u8 } from "meshwright/lang";
import type { EntityId, NodeId, Signature } from "./identity.js";

/**
 * Asks who is on the way to a node. It goes from neighbour to neighbour inside their sessions, to whomever each of them hands on datagrams for that node;
 * where it ends, a `TraceAnswer` goes back. It is as large as the answer, so that a question never costs others more bytes than who asks.
 */
export interface TraceProbe extends Packed<128> {
  /** Hops that are left; where it is 0, the probe ends. */
  ttl: u8;
  /** Hops behind it. */
  hops: u8;
  reserved: Reserved<6>;
  /** Node id of who asks. */
  source: NodeId;
  /** Node id of the node to which it wants to know the way. */
  destination: NodeId;
  /** Random, another one for each probe. */
  token: u64;
  padding: Reserved<96>;
}

/** Says who ended a probe. It is handed on as the probe was, back to who asked. */
export interface TraceAnswer extends Packed<128> {
  /** Hops that are left. */
  ttl: u8;
  reserved: Reserved<7>;
  body: Embedded<TraceAnswerBody>;
  /** Of who ended the probe, over the keyed BLAKE2s-256 of the body (key `meshwright-trace-v1`). */
  signature: Signature;
}

/** What the node that ended a probe says, and signs. */
export interface TraceAnswerBody extends Packed<56> {
  /** Node id of who asked; the answer goes there. */
  source: NodeId;
  /** The probe's. */
  token: u64;
  /** Who answers. */
  identity: EntityId;
  /** The hops that the probe had behind it. */
  hops: u8;
  outcome: TraceOutcome;
  reserved: Reserved<6>;
}

/** Why a probe ended. */
export type TraceOutcome = Enum<
  u8,
  {
    /** It had no hops left. */
    expired: 0;
    /** It came to its destination. */
    reached: 1;
    /** Nothing leads on from here. */
    noRoute: 2;
  }
>;
