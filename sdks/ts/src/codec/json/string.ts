/** String tokens. */
import { BACKSLASH, QUOTE, refusal, unexpected } from "./reader.js";
import type { Reader } from "./reader.js";

interface Escape {
  value: string;
  /** In characters. */
  length: number;
  /** Valid, but not how the character is spelt. */
  odd: boolean;
}

const short = (value: string): Escape => ({ value, length: 2, odd: false });

/** The escapes of two characters that may be written, by the second one. */
const ESCAPES: ReadonlyMap<string, Escape> = new Map([
  ['"', short('"')],
  ["\\", short("\\")],
  ["b", short("\b")],
  ["f", short("\f")],
  ["n", short("\n")],
  ["r", short("\r")],
  ["t", short("\t")],
]);
/** Valid, but not the canonical spelling of the slash. */
const SLASH = "/";

/** Reads a string in its only spelling. */
export function string(r: Reader): string {
  const start = r.pos;
  const value = scanString(r);
  if (r.odd) throw oddString(r, start);
  return value;
}

export function oddString(r: Reader, start: number): Error {
  return refusal(r, "non_canonical", start, "is a string with an escape that does not belong there");
}

/** Reads a string in any valid spelling, for values whose own checks come before that of the spelling; `r.odd` says how it was spelt. */
export function scanString(r: Reader): string {
  const { text, pos: start } = r;
  if (text.charCodeAt(start) !== QUOTE) throw unexpected(r, "a string");
  let at = start + 1;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) break;
    // Past the end it is NaN, which no comparison lets through.
    if (!(unit >= 0x20) || unit === BACKSLASH) return scanEscaped(r, at);
    at++;
  }
  r.odd = false;
  r.pos = at + 1;
  return text.slice(start + 1, at);
}

/** Goes on where the first escape or fault stands. */
function scanEscaped(r: Reader, first: number): string {
  const { text, pos: start } = r;
  let value = "";
  let odd = false;
  let at = first;
  /** Where what stands raw before `at` begins. */
  let raw = start + 1;
  for (;;) {
    if (at >= text.length) throw unfinished(r, start);
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) break;
    if (unit < 0x20) throw refusal(r, "malformed", start, "is a string with a raw control character");
    if (unit !== BACKSLASH) {
      at++;
      continue;
    }
    const escape = scanEscape(r, start, at);
    value += text.slice(raw, at) + escape.value;
    odd ||= escape.odd;
    at += escape.length;
    raw = at;
  }
  r.odd = odd;
  r.pos = at + 1;
  return value + text.slice(raw, at);
}

function scanEscape(r: Reader, start: number, at: number): Escape {
  const letter = r.text[at + 1];
  if (letter === undefined) throw unfinished(r, start);
  const known = ESCAPES.get(letter);
  if (known) return known;
  if (letter === SLASH) return { value: SLASH, length: 2, odd: true };
  if (letter !== "u") throw refusal(r, "malformed", start, `is a string with the escape \\${letter}`);
  const code = hexUnit(r, start, at);
  if (code < 0xd800 || code > 0xdfff)
    return { value: String.fromCharCode(code), length: 6, odd: !isOwnEscape(r.text, at, code) };
  return { value: String.fromCharCode(code, lowHalf(r, start, at, code)), length: 12, odd: true };
}

/** The number after the `\u` at `at`. */
function hexUnit(r: Reader, start: number, at: number): number {
  for (let i = at + 2; i < at + 6; i++) {
    if (i >= r.text.length) throw unfinished(r, start);
    if (!/[0-9a-fA-F]/.test(r.text[i]!)) throw refusal(r, "malformed", start, "is a string with half an escape");
  }
  return parseInt(r.text.slice(at + 2, at + 6), 16);
}

/** The second half of the surrogate pair whose first half, `high`, is the escape at `at`. */
function lowHalf(r: Reader, start: number, at: number, high: number): number {
  const lone = (): Error => refusal(r, "malformed", start, "is a string with half a surrogate pair");
  if (high >= 0xdc00) throw lone();
  for (const [i, expected] of ["\\", "u"].entries()) {
    const found = r.text[at + 6 + i];
    if (found === undefined) throw unfinished(r, start);
    if (found !== expected) throw lone();
  }
  const low = hexUnit(r, start, at + 6);
  if (low < 0xdc00 || low > 0xdfff) throw lone();
  return low;
}

/** True if `code` is written `\u00xx` in lower case, and must be. */
function isOwnEscape(text: string, at: number, code: number): boolean {
  const hasShortOne = [...ESCAPES.values()].some(({ value }) => value === String.fromCharCode(code));
  return code < 0x20 && !hasShortOne && /^[0-9a-f]{4}$/.test(text.slice(at + 2, at + 6));
}

function unfinished(r: Reader, start: number): Error {
  return refusal(r, "truncated", start, "is a string that does not end");
}
