/** UTF-8 by RFC 3629: no surrogates, no overlong forms, at most U+10FFFF. */

/** Where the first ill-formed sequence begins in `bytes[from, to)`; -1: it is well-formed. */
export function firstIllFormed(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const length = sequenceLength(bytes, at, to);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Length of the well-formed sequence at `at`, 0 if there is none. The rows are those of the table in RFC 3629, section 4. */
function sequenceLength(bytes: Uint8Array, at: number, to: number): number {
  const first = bytes[at]!;
  const continues = (index: number, low = 0x80, high = 0xbf): boolean => {
    const byte = bytes[at + index];
    return at + index < to && byte !== undefined && byte >= low && byte <= high;
  };
  if (first <= 0x7f) return 1;
  if (first >= 0xc2 && first <= 0xdf) return continues(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return continues(1, low, high) && continues(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xf4 ? 0x8f : 0xbf;
    return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Of well-formed bytes only. A byte order mark is a character like any other. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
export const utf8Of = (text: string): Uint8Array => encoder.encode(text);

/** Half a surrogate pair has no UTF-8 form. */
export function hasLoneSurrogate(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) return true;
  }
  return false;
}
