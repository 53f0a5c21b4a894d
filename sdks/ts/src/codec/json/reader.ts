/** Where a decoder stands in JSON text, and what it says about a place where the expected token is not. */
import { MAX_DEPTH } from "../depth.js";
import type { RefusalKind } from "../errors.js";
import { DecodeError } from "../errors.js";
import { decodeUtf8, firstIllFormed, utf8Length } from "../utf8.js";

export class Reader {
  /** Index of the next UTF-16 unit to read. */
  pos = 0;
  /** The string read last was valid but not in its canonical spelling. */
  odd = false;

  /**
   * @param text well-formed: it has no lone surrogates
   * @param base bytes before the text in the whole input
   * @param depth levels that the text is nested in already
   */
  constructor(
    readonly text: string,
    readonly base: number,
    public depth: number,
  ) {}
}

/** Over `bytes[start, end)`, which must be UTF-8. */
export function open(bytes: Uint8Array, start: number, end: number, depth: number): Reader {
  const text = decodeUtf8(bytes, start, end);
  if (text === undefined) throw new DecodeError("invalid_utf8", firstIllFormed(bytes, start, end), "is not UTF-8");
  return new Reader(text, start, depth);
}

/** A refusal at the unit `at`, in bytes from the start of the whole input. */
export function refusal(r: Reader, kind: RefusalKind, at: number, message: string): DecodeError {
  return new DecodeError(kind, r.base + utf8Length(r.text.slice(0, at)), message);
}

/** No token that may stand here stands here; `what` names one. */
export function unexpected(r: Reader, what: string): DecodeError {
  if (r.pos >= r.text.length) return refusal(r, "truncated", r.pos, `the text ends where ${what} belongs`);
  if (isSpace(r.text.charCodeAt(r.pos))) return refusal(r, "non_canonical", r.pos, "is white space");
  return refusal(r, "malformed", r.pos, `is not ${what}`);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** Steps over the punctuation `unit`. */
export function punctuation(r: Reader, unit: number): void {
  if (r.text.charCodeAt(r.pos) !== unit) throw unexpected(r, `"${String.fromCharCode(unit)}"`);
  r.pos++;
}

/** Steps over `word` if it stands here. `true`, `false` and `null` differ in their first letter, so half of one is that one, cut off. */
export function keyword(r: Reader, word: string): boolean {
  if (r.text.startsWith(word, r.pos)) {
    r.pos += word.length;
    return true;
  }
  // Also where nothing is left: whatever belongs there is cut off.
  if (r.text.length - r.pos < word.length && word.startsWith(r.text.slice(r.pos)))
    throw refusal(r, "truncated", r.pos, `the text ends within "${word}"`);
  return false;
}

/** After the root value. */
export function finish(r: Reader): void {
  if (r.pos < r.text.length) throw refusal(r, "trailing_bytes", r.pos, "stands after the value");
}

/** Enters a type that contains itself, or an array or object of free JSON. */
export function enter(r: Reader): void {
  if (++r.depth > MAX_DEPTH) throw refusal(r, "too_deep", r.pos, `nested more than ${MAX_DEPTH} deep`);
}

export function leave(r: Reader): void {
  r.depth--;
}

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
