/** One value that differs from a full one in a telling way. */
import type { Neutral } from "../../oracle/neutral.js";

export interface Variant {
  /** Unique within its message and stable: the place, then what is special there. */
  name: string;
  value: Neutral;
  /** Shows a whole layout of its own: every truncation and every edit is made of it as well. */
  whole?: boolean;
}

/** What is special, where the place is clear. */
export interface Special {
  what: string;
  value: Neutral;
}

export function special(what: string, value: Neutral): Special {
  return { what, value };
}

/** The first of equal values stays. */
export function distinct(specials: Special[]): Special[] {
  const seen = new Set<string>();
  return specials.filter(({ value }) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}
