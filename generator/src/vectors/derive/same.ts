/** Whether two values in neutral JSON are the same: members in any order. */
import type { Neutral } from "../oracle/neutral.js";

export function sameValue(a: Neutral, b: Neutral): boolean {
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]!));
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && sameValue(a[name]!, b[name]!));
}
