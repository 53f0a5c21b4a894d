/** @module capability */
import type { Brand, Bytes, Duration, Hex, Ints, Json, Limit, OmitEmpty, SocketAddress, Timestamp, u32, u64, u8 } from "meshwright/lang";
import type { EntityId, NodeId, Signature } from "../wire/identity.js";
import type { CapabilitySet } from "./set.js";

/**
 * Subprotocol 0x0C00: a node announces what it can do. The signature is over this same text without the members `signature` and
 * `hop_count`, which is why there is only one way to write it.
 */
export interface CapabilityDocument extends Json {
  nodeId: NodeId;
  entityId: EntityId;
  /** Counts the announcements of a node. */
  version: u64;
  timestampNs: Timestamp<"ns">;
  /** Forgotten after so long. */
  ttlSecs: Duration<"s", u32>;
  capabilities: CapabilitySet;
  signature?: Signature;
  /** Raised by every node that hands it on. */
  hopCount: OmitEmpty<u8>;
  /** Where others see the node. */
  reflexAddr?: SocketAddress;
  /** Who may use it; all three empty: everyone. */
  allowedNodes: OmitEmpty<Limit<NodeId[], 0, 64>>;
  allowedSubnets: OmitEmpty<Limit<SubnetGroup[], 0, 64>>;
  allowedGroups: OmitEmpty<Limit<GroupId[], 0, 64>>;
  /** Certificate of membership in an organisation. */
  ownerCert?: Hex<Bytes<156>>;
}

/** A subnet that capabilities are scoped to; not the u32 of packets. */
export type SubnetGroup = Brand<"SubnetGroup", Ints<Bytes<16>>>;

/** A group of nodes. */
export type GroupId = Brand<"GroupId", Ints<Bytes<32>>>;
