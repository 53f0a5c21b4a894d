/** Exchanges: what one generation of a spec makes of a message that the other wrote. Plain data, for a runner with peers of both. */
import type { CodecEncoding, TypeId } from "../ir/model.js";
import type { Neutral } from "../vectors/oracle/neutral.js";
import type { Refusal } from "../vectors/oracle/refusal.js";

export type Generation = "old" | "new";

export interface Exchange {
  type: TypeId;
  encoding: CodecEncoding;
  /** Unique within its type and direction. */
  name: string;
  /** Who writes; the other reads. */
  from: Generation;
  /** As the writer has it. */
  value: Neutral;
  /** Lowercase hex. */
  bytes: string;
  outcome: Outcome;
  origin: "prose" | "derived";
  /** The change between the generations that it shows; only hand-written ones. */
  change?: string;
}

/** What the reader answers. What it reads it writes again as the very same bytes. */
export type Outcome = { reads: Neutral } | { refuses: Refusal };

export interface ExchangeFile {
  old: GenerationInfo;
  new: GenerationInfo;
  /** Changes in the order in which they were written down. */
  changes: string[];
  exchanges: Exchange[];
}

export interface GenerationInfo {
  name: string;
  version: string;
  hash: string;
}

export const otherThan = (generation: Generation): Generation => (generation === "old" ? "new" : "old");

/** One exchange a line. */
export function formatExchanges(file: ExchangeFile): string {
  const { exchanges, ...head } = file;
  const members = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  return `{\n${members.join("")}  "exchanges": [\n${exchanges.map((exchange) => `    ${JSON.stringify(exchange)}`).join(",\n")}\n  ]\n}\n`;
}
