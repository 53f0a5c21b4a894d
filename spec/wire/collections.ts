import type { Bytes, Compact, Map, u64 } from "meshwright/lang";
import type { Memory } from "./memories.js";
import type { Task } from "./tasks.js";

/** What the collections of a node hold, and how far in their logs they have come. */
export interface CollectionsSnapshot extends Compact {
  tasks?: CollectionSnapshot;
  memories?: CollectionSnapshot;
}

export interface CollectionSnapshot {
  /** A `CollectionState`. */
  state: Bytes;
  /** Sequence of the last record that the state contains; none for an empty log. */
  lastSeq?: u64;
}

export interface CollectionState extends Compact {
  /** The sequence that the next record of the program gets. */
  appSeq: u64;
  /** A `TaskTable` or a `MemoryTable`. */
  entries: Bytes;
}

/** Every task by its id. */
export interface TaskTable extends Compact {
  tasks: Map<u64, Task>;
}

/** Every memory by its id. */
export interface MemoryTable extends Compact {
  memories: Map<u64, Memory>;
}
