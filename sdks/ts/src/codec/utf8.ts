/** Between UTF-8 and strings. */

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Up to here, strings are put together by hand; beyond, calling the platform's codec is worth its price. */
const SHORT = 32;
const LONE_SURROGATE = /\p{Surrogate}/u;
const NON_ASCII = /[^\0-\x7f]/;

/** The text in `bytes[start, end)`, or undefined if it is not UTF-8 (RFC 3629). */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  return (end - start <= SHORT ? decodeAscii(bytes, start, end) : undefined) ?? decodeAny(bytes, start, end);
}

function decodeAny(bytes: Uint8Array, start: number, end: number): string | undefined {
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    return undefined;
  }
}

/** Undefined if there is anything but ASCII. */
function decodeAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = "";
  let at = start;
  for (; end - at >= 4; at += 4) {
    const a = bytes[at]!;
    const b = bytes[at + 1]!;
    const c = bytes[at + 2]!;
    const d = bytes[at + 3]!;
    if ((a | b | c | d) > 0x7f) return undefined;
    text += String.fromCharCode(a, b, c, d);
  }
  for (; at < end; at++) {
    const a = bytes[at]!;
    if (a > 0x7f) return undefined;
    text += String.fromCharCode(a);
  }
  return text;
}

/** Bytes that `text` takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // The two halves of a surrogate pair come to four bytes.
    length += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return length;
}

/** True if `text` holds half a surrogate pair, and so has no UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

/**
 * Writes `text` into `target`, which has three bytes of room for each of its units. Returns the end, or -1 if `text` has a
 * lone surrogate.
 */
export function encodeUtf8(text: string, target: Uint8Array, start: number): number {
  if (text.length > SHORT) return encodeAny(text, target, start);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return encodeAny(text, target, start);
    target[start + i] = unit;
  }
  return start + text.length;
}

function encodeAny(text: string, target: Uint8Array, start: number): number {
  const { written } = encoder.encodeInto(text, target.subarray(start));
  // As many bytes as units: all ASCII, so there is nothing to look for.
  return written === text.length || !hasLoneSurrogate(text) ? start + written : -1;
}

/** `text`, which has no lone surrogates, as bytes of its own. */
export function utf8Of(text: string): Uint8Array {
  return encoder.encode(text);
}

export function isAscii(text: string): boolean {
  return !NON_ASCII.test(text);
}

/** Where the first ill-formed sequence of `bytes[start, end)` begins; `end` if there is none. */
export function firstIllFormed(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const size = sequenceSize(bytes, at, end);
    if (size === 0) return at;
    at += size;
  }
  return end;
}

/** Bytes of the well-formed sequence at `at`; 0 if there is none. */
function sequenceSize(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (size === 0 || end - at < size) return 0;
  // The second byte's range keeps overlong forms, surrogates and numbers beyond U+10FFFF out.
  const second = bytes[at + 1]!;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = 2; i < size; i++) if (bytes[at + i]! >> 6 !== 0b10) return 0;
  return size;
}
