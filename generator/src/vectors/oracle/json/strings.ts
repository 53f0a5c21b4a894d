/** JSON strings: what escapes are allowed, and the one way to write a text. */
import { textOf } from "../utf8.js";

const SHORT: Record<string, string> = { '"': '"', "\\": "\\", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const LETTER_OF = new Map(Object.entries(SHORT).map(([letter, character]) => [character, letter]));

export interface ScannedString {
  text: string;
  canonical: boolean;
  /** Past the closing quote. */
  end: number;
}

/** The string whose opening quote is at `start`, or what is wrong with it, whichever fault is met first. */
export function scanString(bytes: Uint8Array, start: number, end: number): ScannedString | "malformed" | "truncated" {
  let text = "";
  let canonical = true;
  let at = start + 1;
  /** A first half of a surrogate pair that waits for its second one. */
  let half: number | undefined;
  for (;;) {
    if (at >= end) return "truncated";
    const byte = bytes[at]!;
    if (byte === 0x5c) {
      const escape = scanEscape(bytes, at, end);
      if (typeof escape === "string") return escape;
      const { code } = escape;
      const isSecond = code >= 0xdc00 && code <= 0xdfff;
      if ((half !== undefined) !== isSecond) return "malformed";
      if (code >= 0xd800 && code <= 0xdbff) half = code;
      else {
        text += half === undefined ? String.fromCharCode(code) : String.fromCharCode(half, code);
        half = undefined;
      }
      canonical &&= escape.canonical;
      at = escape.end;
      continue;
    }
    if (half !== undefined || byte < 0x20) return "malformed";
    if (byte === 0x22) return { text, canonical, end: at + 1 };
    const from = at;
    while (at < end && bytes[at]! >= 0x20 && bytes[at] !== 0x22 && bytes[at] !== 0x5c) at++;
    text += textOf(bytes.subarray(from, at));
  }
}

/** One escape, as a UTF-16 unit. */
function scanEscape(bytes: Uint8Array, at: number, end: number): { code: number; canonical: boolean; end: number } | "malformed" | "truncated" {
  if (at + 1 >= end) return "truncated";
  const letter = String.fromCharCode(bytes[at + 1]!);
  const short = SHORT[letter];
  if (short !== undefined) return { code: short.charCodeAt(0), canonical: true, end: at + 2 };
  if (letter === "/") return { code: 0x2f, canonical: false, end: at + 2 };
  if (letter !== "u") return "malformed";
  let digits = "";
  for (let index = at + 2; index < at + 6; index++) {
    if (index >= end) return "truncated";
    const digit = String.fromCharCode(bytes[index]!);
    if (!/[0-9a-fA-F]/.test(digit)) return "malformed";
    digits += digit;
  }
  const code = parseInt(digits, 16);
  return { code, canonical: digits === digits.toLowerCase() && needsLongEscape(code), end: at + 6 };
}

const needsLongEscape = (code: number): boolean => code < 0x20 && !LETTER_OF.has(String.fromCharCode(code));

export function stringText(text: string): string {
  const escaped = text.replace(/["\\\u0000-\u001f]/g, (character) => {
    const letter = LETTER_OF.get(character);
    return letter !== undefined ? `\\${letter}` : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}
