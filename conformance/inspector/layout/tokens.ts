/** Where JSON tokens end, in bytes. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Size of the token at `start`: a string with its quotes, a number, a name, or one character. What is cut off ends at `end`. */
export function tokenSize(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] ?? 0;
  if (first === QUOTE) return stringSize(bytes, start, end);
  const belongs = isNumeric(first) ? isNumeric : isLetter(first) ? isLetter : () => false;
  let at = start + 1;
  while (at < end && belongs(bytes[at]!)) at++;
  return Math.min(at, end) - start;
}

function stringSize(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return Math.min(at + 1, end) - start;
}

/** Size of the value at `start`, whatever it is; it may be nested to any depth. */
export function valueSize(bytes: Uint8Array, start: number, end: number): number {
  let depth = 0;
  let at = start;
  do {
    const first = String.fromCharCode(bytes[at] ?? 0);
    if ("[{".includes(first)) depth++;
    else if ("]}".includes(first)) depth--;
    at += Math.max(1, tokenSize(bytes, at, end));
  } while (at < end && depth > 0);
  return Math.min(at, end) - start;
}

/** What a string token says; undefined if it is none. */
export function stringOf(token: Uint8Array): string | undefined {
  if (token[0] !== QUOTE) return undefined;
  try {
    return JSON.parse(textOf(token)) as string;
  } catch {
    return undefined;
  }
}

export function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

function isNumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || "+-.eE".includes(String.fromCharCode(byte));
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
