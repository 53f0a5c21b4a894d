import type { Bytes, Compact, Empty, Enum, Retired, Tag, Tagged, Text, bool, u16, u32, u64, u8 } from "meshwright/lang";

/** Asks the service `fold.query` for counts of what is announced. */
export interface FoldQuery extends Compact {
  /** Which table. */
  kind: u16;
  op: FoldQueryOp;
}

export type FoldQueryOp = Enum<u32, { latestSummary: 0; summarizeNow: 1 }>;

export type FoldQueryReply = Compact<
  Tagged<u32, { summaries: { kind: u16; summaries: FoldSummary[] }; error: FoldQueryError }>
>;

export interface FoldSummary {
  sourceSubnet: u32;
  foldKind: u16;
  generation: u64;
  /** Sorted by name. */
  buckets: FoldBucket[];
}

export interface FoldBucket {
  name: Text;
  count: u64;
}

export type FoldQueryError = Tagged<u32, { unknownKind: { kind: u16 }; decodeFailed: { detail: Text } }>;

/** Asks the service `aggregator.registry` to run aggregators. */
export type RegistryRequest = Compact<
  Tagged<
    u32,
    {
      list: Empty;
      spawn: { templateName: Text; groupName: Text; replicaCount: u8 };
      unregister: { groupName: Text };
      scale: { groupName: Text; templateName: Text; targetReplicaCount: u8 };
    }
  >
>;

/** Aggregators that share their work. */
export interface AggregatorGroup {
  name: Text;
  seed: Bytes<32>;
  sourceSubnet: u32;
  foldKinds: u16[];
  replicas: AggregatorReplica[];
}

export interface AggregatorReplica {
  generation: u64;
  healthy: bool;
  diagnostic?: Text;
  placementNodeId?: u64;
}

export type RegistryReply = Compact<
  Tagged<
    u32,
    {
      groups: { groups: AggregatorGroup[] };
      unregistered: Tag<2, { existed: bool }>;
      error: Tag<4, RegistryError>;
    },
    Retired<1 | 3 | "spawned" | "scaled">
  >
>;

export type RegistryError = Tagged<
  u32,
  {
    decodeFailed: { detail: Text };
    unknownTemplate: { detail: Text };
    duplicateGroupName: { detail: Text };
    spawnRejected: { detail: Text };
    spawnNotSupported: Empty;
    unknownGroup: { detail: Text };
    scaleRejected: { detail: Text };
    scaleNotSupported: Empty;
  }
>;
