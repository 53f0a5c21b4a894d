/** Between UTF-8 and strings. */
import { nativeUtf8 } from "./native-utf8.js";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Up to so many bytes or units, strings are read and written by hand; beyond, calling the platform's codec is worth its price. */
const SHORT_TO_READ = nativeUtf8 ? 12 : 32;
const SHORT_TO_WRITE = nativeUtf8 ? 16 : 32;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Several times as fast, but younger than some browsers. */
const { isWellFormed } = String.prototype as { isWellFormed?: () => boolean };
const NON_ASCII = /[^\0-\x7f]/;
/** What native codecs put in place of what is ill-formed. */
const REPLACEMENT = "\ufffd";

/** The text in `bytes[start, end)`, or undefined if it is not UTF-8 (RFC 3629). */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  return (end - start <= SHORT_TO_READ ? decodeAscii(bytes, start, end) : undefined) ?? decodeAny(bytes, start, end);
}

function decodeAny(bytes: Uint8Array, start: number, end: number): string | undefined {
  try {
    if (nativeUtf8) {
      const text = nativeUtf8.utf8Slice.call(bytes, start, end);
      if (!text.includes(REPLACEMENT)) return text;
    }
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
export const hasLoneSurrogate: (text: string) => boolean = isWellFormed
  ? (text) => !isWellFormed.call(text)
  : (text) => LONE_SURROGATE.test(text);

/**
 * Writes `text` into `target`, which has three bytes of room for each of its units. Returns the end, or -1 if `text` has a
 * lone surrogate.
 */
export function encodeUtf8(text: string, target: Uint8Array, start: number): number {
  if (text.length > SHORT_TO_WRITE) return encodeAny(text, target, start);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return encodeAny(text, target, start);
    target[start + i] = unit;
  }
  return start + text.length;
}

function encodeAny(text: string, target: Uint8Array, start: number): number {
  const end = encodeWellFormed(text, target, start);
  // As many bytes as units: all ASCII, so there is nothing to look for.
  return end - start === text.length || !hasLoneSurrogate(text) ? end : -1;
}

/** As `encodeUtf8`, of a text that is known to have no lone surrogates. */
export function encodeWellFormed(text: string, target: Uint8Array, start: number): number {
  if (nativeUtf8) return start + nativeUtf8.utf8Write.call(target, text, start);
  return start + encoder.encodeInto(text, target.subarray(start)).written;
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
