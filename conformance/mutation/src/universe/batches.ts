/** Cuts the seeds into programs that compile in a reasonable time. */
import type { Reach } from "./reach.js";
import type { Seed } from "./composite.js";

/** Fields and cases in the copies of one program. */
const MOST = 2400;

export function batches(seeds: readonly Seed[], reach: Reach, most = MOST): Seed[][] {
  const found: Seed[][] = [];
  let room = 0;
  for (const seed of seeds) {
    const weight = reach.between(seed.root, seed.mutant.type).reduce((sum, type) => sum + reach.weightOf(type), 0);
    if (found.length === 0 || weight > room) {
      found.push([]);
      room = most;
    }
    found.at(-1)!.push(seed);
    room -= weight;
  }
  return found;
}
