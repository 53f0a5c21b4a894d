import type { Embedded, Enum, Limit, Packed, Reserved, Timestamp, u16, u32, u64, u8 } from "meshwright/lang";
import type { EntityId, Signature } from "./identity.js";

/**
 * Says that a node is there, and travels from neighbour to neighbour inside their sessions. What changes on the way stands first; what the
 * origin signs follows, and never changes.
 */
export interface Pingwave extends Packed<176> {
  /** Hops that are left; never more than the signed limit less the hops behind it. */
  ttl: u8;
  /** Hops behind it. */
  hops: u8;
  reserved: Reserved<2>;
  /** Round trips measured between the neighbours on its way, added up, in microseconds. */
  pathRttUs: u32;
  body: Embedded<PingwaveBody>;
  /** The origin's, over the body. */
  signature: Signature;
}

/** What the origin says of itself, and signs. */
export interface PingwaveBody extends Packed<104> {
  origin: EntityId;
  bootId: u64;
  /** Counts the pingwaves of a boot; only a newer one is handed on. */
  sequence: u64;
  sentAt: Timestamp<"us">;
  /** Hash of what it announces, so that others see when to ask again. */
  capabilityHash: u64;
  capabilityVersion: u32;
  subnet: u32;
  /** How far it may travel. */
  hopLimit: u8;
  /** 0 idle, 255 full. */
  load: u8;
  health: NodeHealth;
  reserved: Reserved<1>;
  gpus: u8;
  modelSlots: u8;
  memoryTier: Limit<u8, 0, 7>;
  tools: u8;
  reservedTail: Reserved<24>;
}

export type NodeHealth = Enum<u8, { healthy: 0; degraded: 1; unhealthy: 2; unknown: 3 }>;
