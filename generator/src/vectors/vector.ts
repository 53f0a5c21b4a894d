/** Vectors: a value and its bytes, or how an input or a value is refused. */
import type { Neutral } from "./oracle/neutral.js";
import type { Refusal } from "./oracle/refusal.js";

export type Origin = "prose" | "derived" | "captured";

export interface Vector {
  /** Unique within its type, and stable. */
  name: string;
  value?: Neutral;
  /** Lowercase hex; null where a value has none, because encoders refuse it. */
  bytes: string | null;
  verdict: "valid" | Refusal;
  origin: Origin;
  notes?: string;
  /** Only for encoders. */
  direction?: "encode";
}
