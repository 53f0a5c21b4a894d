/** Meets the tokens of JSON text one by one. The text is known to be UTF-8. */
import { refuse } from "../refusal.js";
import { textOf } from "../utf8.js";
import { scanString } from "./strings.js";

export interface Token {
  /** Offset of its first byte. */
  start: number;
}

export interface StringToken extends Token {
  /** Unescaped. */
  text: string;
  /** Spelt in the only way that is allowed. */
  canonical: boolean;
}

export interface NumberToken extends Token {
  text: string;
}

const WHITE_SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);

export class JsonCursor {
  constructor(
    readonly bytes: Uint8Array,
    public position: number,
    readonly end: number,
  ) {}

  /** The first character of the next token, which stays unread. */
  peek(path: string): string {
    if (this.position >= this.end) refuse("truncated", this.end, path);
    const byte = this.bytes[this.position]!;
    if (WHITE_SPACE.has(byte)) refuse("non_canonical", this.position, path);
    return String.fromCharCode(byte);
  }

  /** Reads a punctuation mark that must stand here; gives its offset. */
  expect(mark: string, path: string): number {
    if (this.peek(path) !== mark) refuse("malformed", this.position, path);
    return this.position++;
  }

  /** Reads the mark if it stands here. */
  accept(mark: string, path: string): boolean {
    const here = this.peek(path) === mark;
    if (here) this.position++;
    return here;
  }

  string(path: string): StringToken {
    const start = this.position;
    if (this.peek(path) !== '"') refuse("malformed", start, path);
    const scanned = scanString(this.bytes, start, this.end);
    if (typeof scanned === "string") refuse(scanned, start, path);
    this.position = scanned.end;
    return { start, text: scanned.text, canonical: scanned.canonical };
  }

  /** A string that must be spelt canonically; for those of which nothing else can be malformed. */
  plainString(path: string): StringToken {
    const token = this.string(path);
    if (!token.canonical) refuse("non_canonical", token.start, path);
    return token;
  }

  /** The longest run of characters that numbers are made of. One that the input's end cuts off is unfinished. */
  number(path: string): NumberToken {
    const start = this.position;
    if (!/[-0-9]/.test(this.peek(path))) refuse("malformed", start, path);
    while (this.position < this.end && /[-+.eE0-9]/.test(String.fromCharCode(this.bytes[this.position]!))) this.position++;
    if (this.position === this.end) refuse("truncated", start, path);
    return { start, text: this.text(start, this.position) };
  }

  /** `true`, `false` or `null`. */
  literal(word: string, path: string): number {
    const start = this.position;
    this.peek(path);
    for (let index = 0; index < word.length; index++) {
      if (start + index >= this.end) refuse("truncated", start, path);
      if (this.bytes[start + index] !== word.charCodeAt(index)) refuse("malformed", start, path);
    }
    this.position = start + word.length;
    return start;
  }

  text(from: number, to: number): string {
    return textOf(this.bytes.subarray(from, to));
  }
}
