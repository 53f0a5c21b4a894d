/** Whether two neutral values are the same; members of an object in any order. */
import type { Neutral } from "./node.js";

export function equal(a: Neutral, b: Neutral): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i] as Neutral));
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name] as Neutral, b[name] as Neutral));
}
