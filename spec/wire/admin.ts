import type { Bytes, Compact, Const, Duration, Embedded, Empty, Layout, Packed, Rest, Retired, Tag, Tagged, Text, Timestamp, u32, u64, u8 } from "meshwright/lang";
import type { NodeId, Signature } from "./identity.js";

/**
 * What an operator orders. Signed as `net.meshos.admin.v1` and a zero byte, then the time of issue (u64 milliseconds, little-endian), then this. The cases whose
 * content the reference leaves open are reserved (docs/catalogue-gaps.md).
 */
export type AdminEvent = Compact<
  Tagged<
    u32,
    {
      /** Programs move away; new ones stay away. */
      enterMaintenance: { node: NodeId; drainFor?: Duration };
      exitMaintenance: { node: NodeId };
      drain: { node: NodeId; drainFor?: Duration };
      /** Nothing new is placed on it. */
      cordon: { node: NodeId };
      uncordon: { node: NodeId };
      restartAllDaemons: { node: NodeId };
      clearAvoidList: { node: NodeId };
      /** Chains are named by their origin hash. */
      dropReplicas: { node: NodeId; chains: u64[] };
      invalidatePlacement: { node: NodeId };
      thawCluster: Tag<10, Empty>;
      flushAvoidLists: { scope: AvoidScope };
      forceEvictReplica: { chain: u64; victim: NodeId };
      forceRestartDaemon: { daemon: DaemonRef };
      forceCutover: { chain: u64; target: NodeId };
    },
    Retired<9 | 15 | "freezeCluster" | "killMigration">
  >
>;

/** Whose avoid lists. */
export type AvoidScope = Tagged<u32, { local: { node: NodeId }; onPeer: { peer: NodeId }; global: Empty }>;

/** A stateful program, by its origin hash and its name. */
export interface DaemonRef {
  id: u64;
  name: Text;
}

/** What an operator signs to order an `AdminEvent`. */
export interface AdminTranscript extends Layout {
  /** `net.meshos.admin.v1` and a zero byte. */
  domain: Const<Bytes, "6e65742e6d6573686f732e61646d696e2e763100">;
  issuedAt: Timestamp<"ms">;
  event: Rest<Embedded<AdminEvent>>;
}

/** An order for emergencies, which skips the usual checks. */
export type EmergencyAction = Compact<
  Tagged<
    u32,
    {
      thawCluster: Tag<1, Empty>;
      flushAvoidLists: { scope: AvoidScope };
      forceEvictReplica: { chain: u64; victim: NodeId };
      forceRestartDaemon: { daemon: DaemonRef };
      forceCutover: { chain: u64; target: NodeId };
    },
    Retired<0 | 6 | "freezeCluster" | "killMigration">
  >
>;

/** What an operator signs to order an `EmergencyAction`: together with the hash of what it would hit. */
export interface EmergencyTranscript extends Layout {
  /** `net.meshos.ice.v1` and a zero byte. */
  domain: Const<Bytes, "6e65742e6d6573686f732e6963652e763100">;
  issuedAt: Timestamp<"ms">;
  /** BLAKE3 of the blast radius; never all zero. */
  blastHash: Bytes<32>;
  action: Rest<Embedded<EmergencyAction>>;
}

/** One operator's signature under an order. */
export interface OperatorSignature extends Packed<72> {
  /** Origin hash of the operator. */
  operatorId: u64;
  signature: Signature;
}

/** One entry in the record of what a supervisor did. */
export interface ActionRecord extends Compact {
  form: Const<u8, 1>;
  id: u64;
  kind: Text;
  emittedAt: Timestamp<"ms">;
  disposition: ActionDisposition;
}

/** What became of an action. */
export type ActionDisposition = Tagged<
  u32,
  {
    dispatched: Empty;
    failed: { reason: Text; retryAfterMs?: u64 };
    /** Held back for now. */
    gated: { reason: Text; cooldownMs?: u64 };
  }
>;
