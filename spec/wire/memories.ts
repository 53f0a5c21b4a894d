import type { Compact, Text, Timestamp, bool, u64 } from "meshwright/lang";

/** Records of the log `cortex/memories`, each behind an `EventMeta` whose dispatch says which one it is. */

/** Dispatch 0x10. Stored again, it keeps the time of its creation and its pin. */
export interface MemoryStored extends Compact {
  id: u64;
  content: Text;
  tags: Text[];
  source: Text;
  nowNs: Timestamp<"ns">;
}

/** Dispatch 0x11. */
export interface MemoryRetagged extends Compact {
  id: u64;
  tags: Text[];
  nowNs: Timestamp<"ns">;
}

/** Dispatch 0x12. */
export interface MemoryPinned extends Compact {
  id: u64;
  nowNs: Timestamp<"ns">;
}

/** Dispatch 0x13. */
export interface MemoryUnpinned extends Compact {
  id: u64;
  nowNs: Timestamp<"ns">;
}

/** Dispatch 0x14. */
export interface MemoryDeleted extends Compact {
  id: u64;
}

/** A memory as the records so far have made it. */
export interface Memory extends Compact {
  id: u64;
  content: Text;
  tags: Text[];
  source: Text;
  createdNs: Timestamp<"ns">;
  updatedNs: Timestamp<"ns">;
  pinned: bool;
}
