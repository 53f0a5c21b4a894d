/** Patterns as tables. */
import type { Pattern } from "../../../codec/model.js";

export function patternPlan({ id, source, dfa }: Pattern): Record<string, unknown> {
  const ranges: string[] = [];
  for (let first = 0; first < 256; ) {
    const byteClass = dfa.classes[first]!;
    let last = first;
    while (last < 255 && dfa.classes[last + 1] === byteClass) last++;
    // Class 0 is what bytes outside all ranges have.
    if (byteClass !== 0) ranges.push(`{First: ${hex(first)}, Last: ${hex(last)}, Class: ${byteClass}},`);
    first = last + 1;
  }
  return { id, source, ranges, rows: dfa.transitions.map((row) => `{${row.join(", ")}},`), accepting: dfa.accepting.join(", ") };
}

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;
