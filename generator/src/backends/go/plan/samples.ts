/** A few texts that match a pattern. */
import type { Dfa } from "../../../codec/pattern.js";

const HOW_MANY = 6;
/** How much longer than the shortest one a text may be. */
const SPREAD = 12;

/** Texts of several sizes between `min` and `max` bytes; at least one if there is any within reach. */
export function samples(dfa: Dfa, min: number, max: number | null): string[] {
  const found = new Set<string>();
  const longest = Math.min(max ?? Infinity, min + dfa.accepting.length + SPREAD);
  const reach = acceptingAfter(dfa, longest);
  for (let size = min; size <= longest && found.size < HOW_MANY; size++) if (reach[size]![0]) found.add(spell(dfa, reach, size));
  return [...found];
}

/** [n][state]: whether some text of n bytes leads from the state to an accepting one. */
function acceptingAfter({ accepting, transitions }: Dfa, longest: number): boolean[][] {
  const table = [accepting];
  for (let n = 1; n <= longest; n++) table.push(transitions.map((row) => row.some((next) => next >= 0 && table[n - 1]![next]!)));
  return table;
}

/** Takes another way at each step, so that texts differ. */
function spell({ classes, transitions }: Dfa, reach: boolean[][], size: number): string {
  let state = 0;
  let text = "";
  for (let left = size; left > 0; left--) {
    const ways = classes.flatMap((byteClass, byte) => {
      const next = transitions[state]![byteClass]!;
      return next >= 0 && reach[left - 1]![next] ? [{ byte, next }] : [];
    });
    const way = ways[(size * 7 + left * 13) % ways.length]!;
    text += String.fromCharCode(way.byte);
    state = way.next;
  }
  return text;
}
