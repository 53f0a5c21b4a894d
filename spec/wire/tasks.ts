import type { Compact, Enum, Text, Timestamp, u32, u64 } from "meshwright/lang";

/** Records of the log `cortex/tasks`, each behind an `EventMeta` whose dispatch says which one it is. */

/** Dispatch 1. */
export interface TaskCreated extends Compact {
  id: u64;
  title: Text;
  nowNs: Timestamp<"ns">;
}

/** Dispatch 2. */
export interface TaskRenamed extends Compact {
  id: u64;
  newTitle: Text;
  nowNs: Timestamp<"ns">;
}

/** Dispatch 3. */
export interface TaskCompleted extends Compact {
  id: u64;
  nowNs: Timestamp<"ns">;
}

/** Dispatch 4. */
export interface TaskDeleted extends Compact {
  id: u64;
}

/** A task as the records so far have made it. */
export interface Task extends Compact {
  id: u64;
  title: Text;
  status: TaskStatus;
  createdNs: Timestamp<"ns">;
  updatedNs: Timestamp<"ns">;
}

export type TaskStatus = Enum<u32, { pending: 0; completed: 1 }>;
