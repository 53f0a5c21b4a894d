/** @module capability */
import type { Json, Text, bool, u64 } from "meshwright/lang";

/** How a predicate came to its result: each clause that was evaluated, cheapest first. */
export interface PredicateTrace extends Json {
  /** Such as `Exists(hardware.gpu)`. */
  label: Text;
  result: bool;
  children: PredicateTrace[];
}

/** What a predicate's clauses did over many candidates. */
export interface PredicateReport extends Json {
  totalCandidates: u64;
  matched: u64;
  /** Sorted by label. */
  clauseStats: ClauseStats[];
}

export interface ClauseStats {
  label: Text;
  evaluated: u64;
  matched: u64;
}
