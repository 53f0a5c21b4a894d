/** One value that differs from a full one in a telling way. */
import type { Neutral } from "../../oracle/neutral.js";
import type { RefusalKind } from "../../oracle/refusal.js";

export interface Variant {
  /** Unique within its message and stable: the place, then what is special there. */
  name: string;
  value: Neutral;
  /** Shows a whole layout of its own: every truncation and every edit is made of it as well. */
  whole?: boolean;
  /** Told if encoders refuse the value, and how. */
  refused?(kind: RefusalKind): void;
}

/** What is special, where the place is clear. */
export interface Special {
  what: string;
  value: Neutral;
  whole?: boolean;
}

export function special(what: string, value: Neutral, whole = false): Special {
  return { what, value, whole };
}

/** The first of equal values stays. */
export function distinct(specials: Special[]): Special[] {
  const seen = new Set<string>();
  return specials.filter(({ value }) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}
