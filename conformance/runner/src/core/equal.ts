/** Are two neutral values the same? Members of an object may stand in any order; everything else must match exactly. */
import type { Neutral } from "../vectors/model.js";

export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  if (Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && equal(left[name], right[name]));
}

export interface Difference {
  /** A path in neutral JSON; `""` is the whole value. */
  path: string;
  left: unknown;
  right: unknown;
}

/** Where two values that differ first do, and what stands there in each. */
export function firstDifference(left: unknown, right: unknown, path = ""): Difference {
  if (Array.isArray(left) && Array.isArray(right)) {
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      if (!equal(left[index], right[index])) return firstDifference(left[index], right[index], `${path}[${index}]`);
    }
  } else if (isObject(left) && isObject(right)) {
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      if (!equal(left[name], right[name])) return firstDifference(left[name], right[name], `${path}.${name}`);
    }
  }
  return { path, left, right };
}

function isObject(value: unknown): value is { [name: string]: Neutral } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
