import type { Packed, u64 } from "meshwright/lang";

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
