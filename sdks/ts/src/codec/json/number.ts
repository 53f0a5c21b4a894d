/** Number tokens, and the floats that they spell. */
import { canonicalFloat32, canonicalFloat64, MIN_PLAIN_SIZE, parseFloat32 } from "./float.js";
import type { Reader } from "./reader.js";
import { refusal, unexpected } from "./reader.js";

const GRAMMAR = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
const INTEGER = /^-?[0-9]+$/;
/** Of free JSON, where the spelling is the sender's. */
const FREE_GRAMMAR = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
const MAX_EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: MAX_EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** Characters that a number is made of. */
function isNumeric(unit: number): boolean {
  return isDigit(unit) || unit === 0x2b || unit === 0x2d || unit === 0x2e || unit === 0x65 || unit === 0x45;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Steps over the longest run of such characters. A run up to the end of the text may go on, so it is unfinished. */
function scanNumber(r: Reader): string {
  const start = r.pos;
  const first = r.text.charCodeAt(start);
  if (!isDigit(first) && first !== 0x2d) throw unexpected(r, "a number");
  let at = start + 1;
  while (isNumeric(r.text.charCodeAt(at))) at++;
  if (at >= r.text.length) throw refusal(r, "truncated", start, "is a number that may go on");
  r.pos = at;
  return r.text.slice(start, at);
}

function malformed(r: Reader, start: number, token: string, what: string): Error {
  return refusal(r, "malformed", start, `${token} is not ${what}`);
}

/** An integer of up to 32 bits. */
export function int(r: Reader, min: number, max: number): number {
  const start = r.pos;
  const value = shortInteger(r);
  if (value === undefined) return Number(integerToken(r, BigInt(min), BigInt(max)));
  return within(r, start, value, min, max);
}

export function bigInt(r: Reader, min: bigint, max: bigint): bigint {
  const start = r.pos;
  const value = shortInteger(r);
  if (value === undefined) return integerToken(r, min, max);
  return within(r, start, BigInt(value), min, max);
}

/** The common case: a few canonical digits and something else after them. Undefined, and nothing read, otherwise. */
function shortInteger(r: Reader): number | undefined {
  const { text, pos: start } = r;
  const negative = text.charCodeAt(start) === 0x2d;
  const first = negative ? start + 1 : start;
  let value = 0;
  let at = first;
  for (; isDigit(text.charCodeAt(at)); at++) value = value * 10 + text.charCodeAt(at) - 0x30;
  const digits = at - first;
  const canonical =
    digits > 0 && digits <= MAX_EXACT_DIGITS && (text.charCodeAt(first) !== 0x30 || (digits === 1 && !negative));
  if (!canonical || at >= text.length || isNumeric(text.charCodeAt(at))) return undefined;
  r.pos = at;
  return negative ? -value : value;
}

function integerToken(r: Reader, min: bigint, max: bigint): bigint {
  const start = r.pos;
  return integerFrom(r, start, scanNumber(r), min, max);
}

/** The integer that `token`, read at `start`, spells; also for keys of maps. */
export function integerFrom(r: Reader, start: number, token: string, min: bigint, max: bigint): bigint {
  if (!INTEGER.test(token)) throw malformed(r, start, token, "an integer");
  if (/^(-0|-?0[0-9]+)$/.test(token))
    throw refusal(r, "non_canonical", start, `${token} is not how an integer is spelt`);
  // Long tokens are far beyond any range, and slow to convert.
  const value = token.length > 21 ? undefined : BigInt(token);
  if (value === undefined || value < min || value > max) throw beyond(r, start, token, min, max);
  return value;
}

function within<N extends number | bigint>(r: Reader, start: number, value: N, min: N, max: N): N {
  if (value < min || value > max) throw beyond(r, start, value, min, max);
  return value;
}

function beyond(
  r: Reader,
  start: number,
  value: number | bigint | string,
  min: number | bigint,
  max: number | bigint,
): Error {
  return refusal(r, "out_of_range", start, `${value} is not within ${min} and ${max}`);
}

export function f64(r: Reader, min = -Infinity, max = Infinity): number {
  const start = r.pos;
  return within(r, start, shortFloat(r) ?? float(r, Number, canonicalFloat64), min, max);
}

/**
 * The common case: up to 15 digits, some of them after the point, and something else after them. Of so few digits no two numbers
 * have the same `f64`, so that spelling is the shortest; and whole numbers below 2^53 divided by a power of ten that is exact
 * give the closest one. Undefined, and nothing read, otherwise.
 */
function shortFloat(r: Reader): number | undefined {
  const { text, pos: start } = r;
  const negative = text.charCodeAt(start) === 0x2d;
  const first = negative ? start + 1 : start;
  let digits = 0;
  let at = first;
  for (; isDigit(text.charCodeAt(at)); at++) digits = digits * 10 + text.charCodeAt(at) - 0x30;
  const point = at++;
  if (point === first || text.charCodeAt(point) !== 0x2e) return undefined;
  for (; isDigit(text.charCodeAt(at)); at++) digits = digits * 10 + text.charCodeAt(at) - 0x30;
  const places = at - point - 1;
  const canonical =
    places > 0 &&
    at - first - 1 <= MAX_EXACT_DIGITS &&
    (text.charCodeAt(first) !== 0x30 || point === first + 1) &&
    (text.charCodeAt(at - 1) !== 0x30 || places === 1);
  if (!canonical || at >= text.length || isNumeric(text.charCodeAt(at))) return undefined;
  const value = digits / POWERS_OF_TEN[places]!;
  if (value < MIN_PLAIN_SIZE && value !== 0) return undefined;
  r.pos = at;
  return negative ? -value : value;
}

export function f32(r: Reader, min = -Infinity, max = Infinity): number {
  const start = r.pos;
  return within(r, start, float(r, parseFloat32, canonicalFloat32), min, max);
}

function float(r: Reader, parse: (token: string) => number, spell: (value: number) => string): number {
  const start = r.pos;
  const token = scanNumber(r);
  if (!GRAMMAR.test(token)) throw malformed(r, start, token, "a number");
  const value = parse(token);
  if (!Number.isFinite(value)) throw refusal(r, "out_of_range", start, `${token} is too large`);
  const canonical = spell(value);
  if (canonical !== token) throw refusal(r, "non_canonical", start, `${token} is spelt ${canonical}`);
  return value;
}

/** A number of free JSON. */
export function freeNumber(r: Reader): void {
  const start = r.pos;
  const token = scanNumber(r);
  if (!FREE_GRAMMAR.test(token)) throw malformed(r, start, token, "a number");
}
