/**
 * Patterns of the spec as regular expressions of JSON Schema (ECMA-262 with the `u` flag). They differ in three places: there, only characters with a meaning may be
 * escaped, and `.` and negated classes match beyond ASCII. Positive classes say the same in every engine.
 */

/** Must be escaped to stand for themselves, and may not be escaped otherwise. */
const SYNTAX = new Set("^$\\.*+?()[]{}|/");
const ASCII_END = 0x7f;
const DOT = new Set("\n\r");

/** For the whole text: `^(?:…)$`. The source has passed `compilePattern`. */
export function wholeTextPattern(source: string): string {
  let at = source.startsWith("^") ? 1 : 0;
  let found = "";
  while (at < source.length) {
    const character = source[at]!;
    if (character === "\\") {
      found += escaped(source[at + 1]!);
      at += 2;
    } else if (character === "[") {
      const end = classEnd(source, at);
      found += classOf(source.slice(at + 1, end));
      at = end + 1;
    } else {
      if (character === ".") found += ranges((one) => !DOT.has(one));
      else if (character !== "$") found += character;
      at++;
    }
  }
  return `^(?:${found})$`;
}

/** `\d` and `\w` mean the same on both sides. */
const escaped = (character: string): string => (SYNTAX.has(character) || /[dw]/.test(character) ? `\\${character}` : character);

function classEnd(source: string, start: number): number {
  let at = start + 1;
  while (source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
  return at;
}

/** `content` stands between the brackets. JavaScript reads such a class of ASCII characters as the spec does. */
function classOf(content: string): string {
  const members = new RegExp(`[${content.replace(/\\(.)/g, (whole, one: string) => (/[A-Za-z0-9]/.test(one) ? whole : `\\x${hex(one)}`))}]`, "u");
  return ranges((one) => members.test(one));
}

/** A positive class of the ASCII characters that `has`. */
function ranges(has: (character: string) => boolean): string {
  let found = "";
  for (let code = 0; code <= ASCII_END; code++) {
    if (!has(String.fromCharCode(code))) continue;
    const first = code;
    while (code < ASCII_END && has(String.fromCharCode(code + 1))) code++;
    found += first === code ? member(first) : `${member(first)}-${member(code)}`;
  }
  return `[${found}]`;
}

function member(code: number): string {
  const character = String.fromCharCode(code);
  return /[A-Za-z0-9 _,:;@!#%&=<>~'"`]/.test(character) ? character : `\\x${hex(character)}`;
}

const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, "0");
