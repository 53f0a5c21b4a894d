import type { Bytes, Embedded, Layout, Limit, Packed, Rest, Sized, bool, u32, u64 } from "meshwright/lang";

/** Places an event in its origin's history: each link names the one before by hash. */
export interface CausalLink extends Packed<32> {
  /** Origin hash of the program whose history it is. */
  originHash: u64;
  /** A small Bloom filter of the origins that this event has seen. */
  horizon: u64;
  /** 0 for the first link. */
  sequence: u64;
  /** XXH3-64 of the link and payload before; 0 for the first link. */
  parentHash: u64;
}

/** Subprotocol 0x0702: claims that a history holds together between two of its points. */
export interface ContinuityProof extends Packed<40> {
  /** Origin hash. */
  origin: u64;
  fromSeq: u64;
  toSeq: u64;
  fromHash: u64;
  toHash: u64;
}

/** Subprotocol 0x0701: a history splits. The new one's first link names the old by `parentHash` = XXH3-64 of `originalOrigin`, `forkSeq` and `fork`. */
export interface ForkAnnouncement extends Packed<65> {
  originalOrigin: u64;
  forkedOrigin: u64;
  /** Where it splits. */
  forkSeq: u64;
  genesis: Embedded<CausalLink>;
  /** Whether there is a snapshot to start from. */
  hasSnapshot: bool;
  /** 0 without one. */
  snapshotSeq: u64;
}

/** Subprotocol 0x0400: one event of a history. The length before it counts the link as well. */
export interface CausalFrame extends Layout {
  content: Limit<Sized<u32, CausalEvent>, 32>;
}

export interface CausalEvent {
  link: Embedded<CausalLink>;
  payload: Rest<Bytes>;
}
