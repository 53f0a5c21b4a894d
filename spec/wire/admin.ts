import type { Compact, Duration, Empty, Retired, Tag, Tagged, Text, u32, u64 } from "meshwright/lang";
import type { NodeId } from "./identity.js";

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
