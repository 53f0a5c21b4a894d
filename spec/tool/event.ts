/** @module tool */
import type { Internal, Json, JsonValue, Text, f32, u64 } from "meshwright/lang";

/** One JSON object per chunk of a streaming tool. The last one is a `result` or an `error`. */
export type ToolEvent = Json<
  Internal<
    "type",
    {
      start: ToolStart;
      progress: ToolProgress;
      delta: ToolDelta;
      result: ToolResult;
      error: ToolFailure;
    }
  >
>;

export interface ToolStart {
  toolId: Text;
  callId?: u64;
  /** Whatever the tool wants to say of itself. */
  metadata?: JsonValue;
}

export interface ToolProgress {
  /** Percent. */
  pct?: f32;
  message?: Text;
}

/** A piece of the result. */
export interface ToolDelta {
  data: JsonValue;
}

export interface ToolResult {
  data: JsonValue;
}

export interface ToolFailure {
  /** For programs. */
  code: Text;
  /** For people. */
  message: Text;
  details?: JsonValue;
}
