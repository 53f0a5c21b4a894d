import type { Bytes, Compact, Const, Duration, Empty, Enum, Flags, Limit, Map, SocketAddress, Tagged, Text, Timestamp, f32, u16, u32, u64, u8 } from "meshwright/lang";
import type { NodeId } from "./identity.js";

/**
 * Subprotocol 0x1000: one node's word on one thing, signed, which every node folds into a table of its own. The signature covers all bytes
 * before it.
 */
interface Announcement<Kind extends number, Payload extends object> extends Compact {
  /** Which table it belongs to. */
  kind: Const<u16, Kind>;
  /** Divides a table; its meaning is the table's. */
  class: u64;
  /** Who says so. */
  nodeId: NodeId;
  /** Counts what a node says of one key; the higher one is newer. Never 0. */
  generation: Limit<u64, 1>;
  announcedAt: Timestamp<"us">;
  /** Forgotten after so long; absent: the table's own time. */
  ttlSecs?: Duration<"s", u32>;
  flags: Flags<u8, AnnouncementFlag>;
  payload: Payload;
  /** An ed25519 signature: 64 bytes, after a length that is always 64. */
  signature: Limit<Bytes, 64, 64>;
}

export interface AnnouncementFlag {
  join: 1;
  leave: 2;
  update: 4;
}

/** What a node can do and whom it lets use it. Kept 60 seconds, by class and node. */
export interface CapabilityAnnouncement extends Announcement<1, CapabilityRecord> {}

/** How to reach a node. Kept 300 seconds, by destination; the lower metric wins. */
export interface RouteAnnouncement extends Announcement<2, RouteRecord> {}

/** Who holds a resource. Kept 30 seconds, by resource. */
export interface ReservationAnnouncement extends Announcement<3, ReservationRecord> {}

/** What a node can do, as a signed announcement carries it. */
export interface CapabilityRecord {
  classHash: u64;
  /** Capability tags in their wire form, such as `hardware.memory_gb=64`. */
  tags: Text[];
  hardware?: HardwareSummary;
  state: NodeState;
  region?: Text;
  priceQuote?: u64;
  /** Where others see this node. */
  reflexAddr?: SocketAddress;
  /** Who may use it; all three empty: everyone. */
  allowedNodes: NodeId[];
  allowedSubnets: Bytes<16>[];
  allowedGroups: Bytes<32>[];
  metadata: Map<Text, Text>;
}

/** The few hardware figures that placement asks for most. */
export interface HardwareSummary {
  gpuVendor?: Text;
  gpuCount: u8;
  /** Gigabytes. */
  memoryGb?: u32;
  /** Gigabytes. */
  vramGb?: u32;
}

export type NodeState = Enum<u32, { idle: 0; busy: 1; reserved: 2; faulty: 3 }>;

/** One way to a destination. */
export interface RouteRecord {
  destination: NodeId;
  nextHop: SocketAddress;
  /** 1 is a neighbour. */
  metric: u32;
  /** The node at `nextHop`. */
  via: NodeId;
}

/** The state of one resource. */
export interface ReservationRecord {
  resourceId: u64;
  state: ReservationState;
}

export type ReservationState = Tagged<
  u32,
  {
    free: Empty;
    /** Held until a time, then anyone may take it. */
    reserved: { holder: NodeId; untilUnixUs: Timestamp<"us"> };
    /** In use. */
    active: { holder: NodeId; jobId: u64 };
  }
>;

/** Units of one host that act together. Kept 30 seconds, by island; only the host announces it. */
export interface IslandAnnouncement extends Announcement<4, IslandRecord> {}

export interface IslandRecord {
  id: u64;
  /** Sorted, no unit twice. */
  units: u32[];
  host: NodeId;
  capabilities: Text[];
  load: f32;
  p50LatencyUs: u32;
}
