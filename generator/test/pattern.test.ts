import { describe, expect, it } from "vitest";
import { PatternError, compilePattern, type Dfa } from "../src/codec/pattern.js";
import { random, type Random } from "./random.js";

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 20_240_601);

function matches(dfa: Dfa, text: string): boolean {
  let state = 0;
  for (const byte of Buffer.from(text, "utf8")) {
    state = dfa.transitions[state]![dfa.classes[byte]!]!;
    if (state < 0) return false;
  }
  return dfa.accepting[state]!;
}

/** A walk through the table: texts that match, or nearly so, which random ones hardly ever do. */
function walk(dfa: Dfa, { below }: Random): string {
  let state = 0;
  let text = "";
  for (let length = below(12); text.length < length; ) {
    const byte = 32 + below(95);
    const next = dfa.transitions[state]![dfa.classes[byte]!]!;
    if (next < 0 && below(200) > 0) continue;
    text += String.fromCharCode(byte);
    if (next < 0) break;
    state = next;
  }
  return text;
}

const PATTERNS = [
  "", "a", "abc", "a|b", "ab|cd|", "a*", "a+b?", "(ab)*", "(?:ab|c)+", "a{3}", "a{2,}", "a{1,3}b{0,2}", "(a|b){2,3}", "(a*)*", "(a+|b*)?c",
  "[a-z]+", "[^a-z]", "[a-zA-Z_][a-zA-Z0-9_]*", "[-a]", "[a-]", "[\\]a]", "[\\]\\\\]+", "[^\\]]", "[.]", "[*+]", ".", ".*", "a.c", "\\d+", "\\w*", "[\\d-]+", "[\\w.]+",
  "\\.", "\\-", "\\(\\)", "a\\|b", "^abc$", "^a|b", "([a-z0-9_-]+)(/[a-z0-9_-]+)*", "\\d{4}-\\d{2}-\\d{2}", "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)", "((a|b)(c|d))*e", "a{0}", "(x{1,2}y){2}", "\\/",
];

describe("agrees with JavaScript's own engine", () => {
  it.each(PATTERNS)("on %j", (source) => {
    const dfa = compilePattern(source);
    const native = new RegExp(`^(?:${source.replace(/^\^/, "").replace(/(?<!\\)\$$/, "")})$`);
    const choices = random(SEED);
    for (let i = 0; i < 1500; i++) {
      const text = i % 3 === 0 ? choices.ascii(8) : walk(dfa, choices);
      expect(matches(dfa, text), JSON.stringify(text)).toBe(native.test(text));
    }
  });

  it(`on patterns made up at random (seed ${SEED})`, () => {
    const source = random(SEED);
    for (let i = 0; i < 400; i++) {
      const pattern = makeUp(source, 3);
      const dfa = compilePattern(pattern);
      const native = new RegExp(`^(?:${pattern})$`);
      for (let j = 0; j < 60; j++) {
        const text = j % 3 === 0 ? source.pick(["", "a", "b", "ab", "ba", "aab", "a-b", "0", "_", " "]) : walk(dfa, source);
        expect(matches(dfa, text), `${pattern} on ${JSON.stringify(text)}`).toBe(native.test(text));
      }
    }
  });
});

function makeUp(source: Random, depth: number): string {
  const atom = (): string => source.pick(["a", "b", "\\d", "\\w", ".", "[ab]", "[^a]", "[a-c_]", "-", "\\."]);
  if (depth === 0) return atom();
  const part = (): string => makeUp(source, depth - 1);
  switch (source.below(5)) {
    case 0:
      return part() + part();
    case 1:
      return `(?:${part()}|${part()})`;
    case 2:
      return `(${part()})${source.pick(["*", "+", "?", "{2}", "{0,2}", "{1,}"])}`;
    case 3:
      return `${part()}|${part()}`;
    default:
      return atom();
  }
}

describe("keeps to ASCII", () => {
  it.each([".", "[^a]", "\\w", "[^\\d]*"])("%j matches no byte from 0x80 up", (source) => {
    expect(matches(compilePattern(source), "é")).toBe(false);
  });
});

describe("refuses", () => {
  it.each([
    "(?=a)", "(?!a)", "(?<=a)b", "(?<name>a)", "\\b", "\\1", "\\p{L}", "\\s", "\\x41", "\\u0041", "a*?", "a+?", "a??", "a{1,2}?", "(a", "a)", "[a", "[b-a]", "*a", "+", "?", "a**", "a{", "{2}", "a]", "a^b", "a$b", "é", "a\nb", "\\", "a{2,1}", "(){999999999}", "a{0,9999}", "([a-z]{200}){200}",
  ])("%j", (source) => {
    expect(() => compilePattern(source)).toThrow(PatternError);
  });
});

it.each([["a|b|c", "[a-c]"], ["aa*", "a+"], ["(?:ab){2}", "abab"], ["(a|ab)(c|bc)?", "a|ab|ac|abc|abbc"]])("needs as many states for %j as for %j", (one, other) => {
  expect(compilePattern(one).accepting.length).toBe(compilePattern(other).accepting.length);
});

it("compiles a large pattern", () => {
  expect(compilePattern("([a-z0-9_-]{1,63}\\.){1,7}[a-z]{2,63}").accepting.length).toBeGreaterThan(400);
});
