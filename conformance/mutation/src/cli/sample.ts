/** Some of many, always the same for the same seed. */
import { createHash } from "node:crypto";

/** In their order. */
export function sampleOf<One extends { id: string }>(all: readonly One[], count: number | null, seed: string): One[] {
  if (count === null || all.length <= count) return [...all];
  const rank = (one: One): string => createHash("sha256").update(`${seed} ${one.id}`).digest("hex");
  const chosen = new Set([...all].map((one) => ({ one, rank: rank(one) })).sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, count).map(({ one }) => one));
  return all.filter((one) => chosen.has(one));
}
