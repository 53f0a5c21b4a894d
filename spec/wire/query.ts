import type { Bytes, Compact, Duration, Empty, Enum, Retired, Tag, Tagged, Text, bool, u32, u64 } from "meshwright/lang";
import type { NodeId } from "./identity.js";

/**
 * Subprotocol 0x0F00: runs a plan over the logs of another node. The plan crosses, not the query it was made from. Where the reference does not state an integer's
 * width it is u64 here, which reads the same bytes; the cases whose content it leaves open are reserved (docs/catalogue-gaps.md).
 */
export type QueryFrame = Compact<Tagged<u32, { request: QueryRequest; response: QueryResponse }>>;

export type QueryRequest = Tagged<
  u32,
  {
    execute: { callId: u64; plan: ExecutionPlan };
    /** Goes on where a partial result ended. */
    resume: { callId: u64; token: Bytes };
    cancel: { callId: u64 };
  }
>;

export type QueryResponse = Tagged<
  u32,
  {
    batch: { callId: u64; rows: QueryRow[]; final: bool };
    end: { callId: u64 };
    error: { callId: u64; error: QueryError };
  }
>;

/** One record of a log. */
export interface QueryRow {
  origin: u64;
  seq: u64;
  payload: Bytes;
}

/** What to run, and what the planner thinks that it costs. */
export interface ExecutionPlan {
  root: OperatorNode;
  totalCost: PlanCost;
}

export interface PlanCost {
  bandwidthBytes: u64;
  latencyMs: u64;
}

export interface OperatorNode {
  operator: Operator;
  /** Where it may run. */
  targetNodes: NodeId[];
  cost: PlanCost;
}

/** One step of a plan. */
export type Operator = Tagged<
  u32,
  {
    atRead: { origin: u64; seq: u64 };
    betweenRead: { origin: u64; start: u64; end: u64 };
    latestRead: { origin: u64 };
    lineageEmit: Tag<4, { origin: u64; direction: LineageDirection; entries: LineageEntry[] }>;
    window: Tag<9, { input: OperatorNode; spec: WindowSpec }>;
    hashJoin: {
      left: OperatorNode;
      right: OperatorNode;
      keyMode: JoinKey;
      kind: JoinKind;
      strategy: JoinStrategy;
      /** Rows that are later than this are dropped. */
      watermark: Duration;
    };
    /** A step that the planner knows and no executor does yet. */
    notYetImplemented: { detail: Text; input?: OperatorNode };
  },
  Retired<3 | 5 | 6 | 7 | 8 | "filter" | "aggregateCount" | "aggregateNumeric" | "aggregateReduction" | "aggregateDistinct">
>;

export type LineageDirection = Enum<u32, { back: 0; forward: 1 }>;

/** One ancestor or descendant of a history. */
export interface LineageEntry {
  origin: u64;
  /** Steps away. */
  depth: u32;
  tipSeq?: u64;
}

export type WindowSpec = Tagged<u32, { tumblingSeq: { size: u64 } }>;

/** What two rows must share to be joined. */
export type JoinKey = Tagged<u32, { origin: Empty; seq: Empty; originSeq: Empty; field: { path: Text } }>;

export type JoinKind = Enum<u32, { inner: 0; leftOuter: 1; rightOuter: 2; fullOuter: 3 }>;

export type JoinStrategy = Enum<u32, { hashBroadcast: 0; sortMerge: 1 }>;

/** From `start` up to, not including, `end`. */
export interface SeqRange {
  start: u64;
  end: u64;
}

/** Why a query failed. */
export type QueryError = Tagged<
  u32,
  {
    historicalRangeUnavailable: { origin: u64; requested: SeqRange; available: SeqRange[] };
    lineageMaxDepthExceeded: { origin: u64; depth: u32 };
    joinMemoryExceeded: Tag<3, { strategy: JoinStrategy; thresholdBytes: u64 }>;
    queryBudgetExceeded: { metric: BudgetMetric; used: u64; limit: u64 };
    plannerError: Tag<6, { detail: Text }>;
    executorError: { node: u64; detail: Text };
    queryCancelled: Tag<10, Empty>;
  },
  Retired<2 | 5 | 8 | 9 | "lineageCycleDetected" | "partialResult" | "noCapableHolder" | "ambiguousDiscovery">
>;

export type BudgetMetric = Enum<u32, { maxRows: 0; maxDuration: 1; maxBytesScanned: 2 }>;
