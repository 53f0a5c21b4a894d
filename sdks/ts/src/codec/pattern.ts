/** Patterns of text: a table that every language walks alike, so that five regular-expression engines cannot disagree. */

export interface Pattern {
  /** As written in the spec. */
  readonly source: string;
  /** Character (0–127) → class. */
  readonly classes: readonly number[];
  /** How many classes there are. */
  readonly width: number;
  /** state × width + class → next state; -1: no match. The start state is 0. */
  readonly next: readonly number[];
  /** States in which the text may end. */
  readonly accepting: readonly number[];
}

/** True if the whole of `text` matches. Characters beyond ASCII never do. */
export function matches({ classes, width, next, accepting }: Pattern, text: string): boolean {
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return false;
    state = next[state * width + classes[unit]!]!;
    if (state < 0) return false;
  }
  return accepting.includes(state);
}
