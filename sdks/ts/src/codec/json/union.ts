/** Unions, by the three ways of showing which case it is. */
import { under } from "../errors.js";
import { closeObject, colon, member, nextKey, openObject, refuseObject } from "./object.js";
import type { Reader } from "./reader.js";
import { CLOSE_BRACE, QUOTE, refusal } from "./reader.js";
import { string } from "./string.js";

/** Steps to the tag's value, which is the first member: `key` is quoted and has its colon. Returns where the value begins. */
export function openTagged(r: Reader, key: string, tag: string): number {
  openObject(r);
  if (!member(r, key)) {
    const start = r.pos;
    if (r.text.charCodeAt(start) !== CLOSE_BRACE && string(r) === tag) colon(r);
    throw under(refusal(r, "missing_field", start, `${JSON.stringify(tag)} does not come first`), tag);
  }
  return r.pos;
}

/** The name at `start` is no case's. */
export function unknownVariant(r: Reader, start: number, name: string): unknown {
  return refusal(r, "unknown_variant", start, `${JSON.stringify(name)} is none of the names`);
}

/** A case with content is written as an object with one member, one without as a string; `name` at `start` is the other way round. */
export function wrongShape(r: Reader, start: number, name: string): unknown {
  return refusal(r, "malformed", start, `${JSON.stringify(name)} is not written like this`);
}

/** External: true if a case without content stands here; otherwise steps to the key of one with content. */
export function isUnit(r: Reader): boolean {
  if (r.text.charCodeAt(r.pos) === QUOTE) return true;
  openObject(r);
  if (r.text.charCodeAt(r.pos) === CLOSE_BRACE) throw refusal(r, "missing_field", r.pos, "names no case");
  return false;
}

/** External: after the one member. */
export function closeExternal<T>(r: Reader, value: T): T {
  if (closeObject(r)) return value;
  const start = nextKey(r);
  throw refusal(r, "unknown_field", start, `has a second member, ${JSON.stringify(string(r))}`);
}

/** Adjacent: steps to the content of a case; `key` is quoted and has its colon. */
export function openContent(r: Reader, key: string, tag: string): void {
  if (member(r, key)) return;
  if (closeObject(r)) throw refusal(r, "missing_field", r.pos - 1, "has no content");
  const start = nextKey(r);
  const found = string(r);
  if (`${JSON.stringify(found)}:` === key) colon(r);
  throw surplus(r, start, found, [tag]);
}

/** Internal: after the tag of a case without content. */
export function closeUnit(r: Reader, tag: string): void {
  const closed = closeObject(r);
  if (!closed) throw refuseObject(r, closed, [], [], tag);
}

/** Adjacent: after all members there may be; `keys` are theirs. */
export function closeAdjacent<T>(r: Reader, value: T, ...keys: string[]): T {
  if (closeObject(r)) return value;
  const start = nextKey(r);
  throw surplus(r, start, string(r), keys);
}

function surplus(r: Reader, start: number, key: string, seen: readonly string[]): unknown {
  const kind = seen.includes(key) ? "duplicate_key" : "unknown_field";
  return refusal(r, kind, start, `${JSON.stringify(key)} does not belong here`);
}
