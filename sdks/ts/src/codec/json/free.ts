/** Free JSON: any value, kept as its text. */
import {
  keyword,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  enter,
  leave,
  OPEN_BRACE,
  OPEN_BRACKET,
  punctuation,
  QUOTE,
  refusal,
  unexpected,
  COLON,
} from "./reader.js";
import type { Reader } from "./reader.js";
import { freeNumber } from "./number.js";
import { string } from "./string.js";

/** Steps over any value, checking everything but the order of its members and the spelling of its numbers. */
export function skipFree(r: Reader): void {
  switch (r.text.charCodeAt(r.pos)) {
    case OPEN_BRACE:
      return skipObject(r);
    case OPEN_BRACKET:
      return skipArray(r);
    case QUOTE:
      string(r);
      return;
    case 0x66:
      return skipKeyword(r, "false");
    case 0x6e:
      return skipKeyword(r, "null");
    case 0x74:
      return skipKeyword(r, "true");
    default:
      return freeNumber(r);
  }
}

function skipKeyword(r: Reader, word: string): void {
  if (!keyword(r, word)) throw unexpected(r, "a value");
}

function skipArray(r: Reader): void {
  enter(r);
  r.pos++;
  if (!closes(r, CLOSE_BRACKET)) {
    do skipFree(r);
    while (continues(r, CLOSE_BRACKET));
  }
  leave(r);
}

function skipObject(r: Reader): void {
  enter(r);
  r.pos++;
  if (!closes(r, CLOSE_BRACE)) {
    const seen = new Set<string>();
    do {
      const start = r.pos;
      const key = string(r);
      if (seen.has(key)) throw refusal(r, "duplicate_key", start, `${JSON.stringify(key)} is there already`);
      seen.add(key);
      punctuation(r, COLON);
      skipFree(r);
    } while (continues(r, CLOSE_BRACE));
  }
  leave(r);
}

function closes(r: Reader, close: number): boolean {
  if (r.text.charCodeAt(r.pos) !== close) return false;
  r.pos++;
  return true;
}

/** After an element or member: true if another one follows. */
function continues(r: Reader, close: number): boolean {
  if (closes(r, close)) return false;
  if (r.text.charCodeAt(r.pos) !== COMMA) throw unexpected(r, `"," or "${String.fromCharCode(close)}"`);
  r.pos++;
  return true;
}
