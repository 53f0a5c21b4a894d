/** Exchanges: what one generation of a spec makes of a message that the other wrote. Made by `meshwright exchanges`. */
import type { Neutral, Refusal } from "../vectors/model.js";

export const generations = ["old", "new"] as const;
export type Generation = (typeof generations)[number];

export interface Exchange {
  type: string;
  /** Of the message: packed, layout, compact or json. */
  encoding: string;
  /** Unique within its type and direction. */
  name: string;
  /** Who writes; the other reads. */
  from: Generation;
  /** As the writer has it. */
  value: Neutral;
  /** Lowercase hex. */
  bytes: string;
  /** What the reader answers. What it reads it writes again as the very same bytes. */
  outcome: { reads: Neutral } | { refuses: Refusal };
  origin: "prose" | "derived";
  /** The change between the generations that it shows. */
  change?: string;
}

export interface GenerationInfo {
  name: string;
  version: string;
  /** The hash that the peers of this generation must name. */
  hash: string;
}

export interface ExchangeFile {
  old: GenerationInfo;
  new: GenerationInfo;
  /** In the order in which they were written down. */
  changes: string[];
  exchanges: Exchange[];
}

export const otherThan = (generation: Generation): Generation => (generation === "old" ? "new" : "old");

/** `new → old frames.LayoutWide, An integer is widened` */
export function exchangeId({ from, type, name }: Pick<Exchange, "from" | "type" | "name">): string {
  return `${from} → ${otherThan(from)} ${type}, ${name}`;
}
