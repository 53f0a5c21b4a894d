/** Lists, arrays, maps and flags. */
import type { Reader } from "./reader.js";
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  punctuation,
  refusal,
  unexpected,
} from "./reader.js";

/** Returns where the array begins. */
export function openArray(r: Reader): number {
  punctuation(r, OPEN_BRACKET);
  return r.pos - 1;
}

/** True if an element follows the `found` ones, which must not be `max` then. Steps over the comma or the closing bracket. */
export function nextElement(r: Reader, start: number, found: number, max = Infinity): boolean {
  return next(r, start, found, max, CLOSE_BRACKET);
}

/** Returns where the object that spells a map begins. */
export function openMap(r: Reader): number {
  punctuation(r, OPEN_BRACE);
  return r.pos - 1;
}

/** As `nextElement`, for the entries of a map. */
export function nextEntry(r: Reader, start: number, found: number, max = Infinity): boolean {
  return next(r, start, found, max, CLOSE_BRACE);
}

function next(r: Reader, start: number, found: number, max: number, close: number): boolean {
  const unit = r.text.charCodeAt(r.pos);
  if (unit === close) {
    r.pos++;
    return false;
  }
  if (found > 0) {
    if (unit !== COMMA) throw unexpected(r, `"," or "${String.fromCharCode(close)}"`);
    r.pos++;
  }
  if (found >= max) throw refusal(r, "too_long", start, `has more than ${max} elements`);
  return true;
}

/** After the last element. */
export function enough(r: Reader, start: number, found: number, min: number): void {
  if (found < min) throw refusal(r, "out_of_range", start, `has ${found} elements, less than ${min}`);
}

/** The key at `start` must stand after the one before it: `order` is how they compare. */
export function ascending(r: Reader, start: number, order: number): void {
  if (order === 0) throw refusal(r, "duplicate_key", start, "is there already");
  if (order > 0) throw refusal(r, "non_canonical", start, "stands after a greater key");
}
