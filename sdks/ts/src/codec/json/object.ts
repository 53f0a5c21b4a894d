/**
 * Objects with known members, in declaration order. Reading is a straight line: each member in turn is there or not. What
 * stands where the line ends is looked at closely only if it is not the closing brace.
 */
import type { DecodeError } from "../errors.js";
import { under } from "../errors.js";
import { skipFree } from "./free.js";
import type { Reader } from "./reader.js";
import { CLOSE_BRACE, COLON, COMMA, OPEN_BRACE, punctuation, refusal, unexpected } from "./reader.js";
import { string } from "./string.js";

/** A member's name in JSON, its name in paths, and whether it must be there. */
export type Member = readonly [key: string, name: string, required: boolean];

/** What an object's reader has found so far: whether each of the members was there. */
export type Found = readonly boolean[];

export function openObject(r: Reader): void {
  punctuation(r, OPEN_BRACE);
}

/** Steps over `key`, which is quoted and has its colon, and the comma before it, if that is what comes next. */
export function member(r: Reader, key: string): boolean {
  const { text } = r;
  let at = r.pos;
  if (!isFirst(r)) {
    if (text.charCodeAt(at) !== COMMA) return false;
    at++;
  }
  // By hand, which for short keys costs less than calling `startsWith`.
  for (let i = 0; i < key.length; i++, at++) if (text.charCodeAt(at) !== key.charCodeAt(i)) return false;
  r.pos = at;
  return true;
}

/** No member has been read yet: only then is the brace of the object the character before here. */
function isFirst(r: Reader): boolean {
  return r.text.charCodeAt(r.pos - 1) === OPEN_BRACE;
}

/** Steps over the closing brace if it comes next. */
export function closeObject(r: Reader): boolean {
  if (r.text.charCodeAt(r.pos) !== CLOSE_BRACE) return false;
  r.pos++;
  return true;
}

/** Steps over a comma, if one belongs here, and returns where the key begins. */
export function nextKey(r: Reader): number {
  if (!isFirst(r)) {
    if (r.text.charCodeAt(r.pos) !== COMMA) throw unexpected(r, '"," or "}"');
    r.pos++;
  }
  return r.pos;
}

export function colon(r: Reader): void {
  punctuation(r, COLON);
}

/**
 * Refuses an object that was not `closed` where its members end, or that lacks one.
 * @param tag the first member of the object, if it is a case of an internally tagged union
 */
export function refuseObject(
  r: Reader,
  closed: boolean,
  members: readonly Member[],
  found: Found,
  tag?: string,
): unknown {
  if (closed) return missingMember(r, members, found);
  const start = nextKey(r);
  const key = string(r);
  if (isKnown(r, start, key, members, found, tag)) colon(r);
  return refusal(r, "unknown_field", start, `has no member ${JSON.stringify(key)}`);
}

/** The first required member that is not there; the reader stands after the closing brace. */
export function missingMember(r: Reader, members: readonly Member[], found: Found): unknown {
  const [key, name] = members.find(([, , required], i) => required && !found[i])!;
  return under(refusal(r, "missing_field", r.pos - 1, `there is no ${JSON.stringify(key)}`), name);
}

/**
 * Reads what an open object holds beyond its members, up to and with its closing brace. Returns the members' text; undefined
 * if there are none.
 */
export function unknownMembers(r: Reader, members: readonly Member[], found: Found, tag?: string): string | undefined {
  if (closeObject(r)) return undefined;
  const seen = new Set<string>();
  let first = r.pos;
  while (!closeObject(r)) {
    const start = nextKey(r);
    const key = string(r);
    if (isKnown(r, start, key, members, found, tag)) {
      if (seen.size > 0) throw under(misplaced(r, start, key), nameOf(members, key));
    } else if (seen.has(key)) throw refusal(r, "duplicate_key", start, `${JSON.stringify(key)} is there already`);
    if (seen.size === 0) first = start;
    seen.add(key);
    colon(r);
    skipFree(r);
  }
  return r.text.slice(first, r.pos - 1);
}

/** False if `key` is none of the members'; refuses it if it is one that was there, or belongs before one that was. */
function isKnown(
  r: Reader,
  start: number,
  key: string,
  members: readonly Member[],
  found: Found,
  tag?: string,
): boolean {
  if (key === tag) throw under(repeated(r, start, key), tag);
  const index = members.findIndex(([own]) => own === key);
  if (index < 0) return false;
  const name = members[index]![1];
  if (found[index]) throw under(repeated(r, start, key), name);
  if (found.includes(true, index)) throw under(misplaced(r, start, key), name);
  return true;
}

function nameOf(members: readonly Member[], key: string): string {
  return members.find(([own]) => own === key)![1];
}

function repeated(r: Reader, start: number, key: string): DecodeError {
  return refusal(r, "duplicate_key", start, `${JSON.stringify(key)} is there already`);
}

function misplaced(r: Reader, start: number, key: string): DecodeError {
  return refusal(r, "non_canonical", start, `${JSON.stringify(key)} belongs before what stands before it`);
}
