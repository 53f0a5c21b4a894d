/** Texts that match a pattern, made by walking it. Whoever uses them has the oracle judge them. */

type Node = { choices: Node[][] } | { characters: string } | { repeated: Node; min: number; max: number };

/** Printable ASCII: what examples are made of. */
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
const SHORTHANDS: Record<string, string> = { d: "0123456789", w: "abcxyz019_ABC" };

/** Different texts for different seeds; the same one for the same. Seed 0 is among the shortest. */
export function matchingText(pattern: string, seed: number): string {
  const [root, rest] = parseChoices(pattern.replace(/^\^/, "").replace(/([^\\])\$$/, "$1"));
  if (rest !== "") throw new Error(`the pattern ${pattern} is beyond the dialect, at "${rest}"`);
  let state = seed;
  const pick = (count: number): number => {
    const picked = state % count;
    state = (state * 7 + 3) % 9973;
    return seed === 0 ? 0 : picked;
  };
  return render(root, pick, seed);
}

function render(node: Node, pick: (count: number) => number, seed: number): string {
  if ("characters" in node) return node.characters.charAt(pick(node.characters.length));
  if ("choices" in node) return node.choices[pick(node.choices.length)]!.map((part) => render(part, pick, seed)).join("");
  const times = Math.min(node.min + pick(3), node.max);
  return Array.from({ length: times }, () => render(node.repeated, pick, seed)).join("");
}

/** Each parser gives what it made of the front of `source`, and what is left of it. */
function parseChoices(source: string): [Node, string] {
  const choices: Node[][] = [];
  let rest = source;
  for (;;) {
    const parts: Node[] = [];
    while (rest !== "" && !"|)".includes(rest.charAt(0))) {
      const [part, after] = parseRepeats(...parseAtom(rest));
      parts.push(part);
      rest = after;
    }
    choices.push(parts);
    if (!rest.startsWith("|")) return [{ choices }, rest];
    rest = rest.slice(1);
  }
}

function parseAtom(source: string): [Node, string] {
  const first = source.charAt(0);
  if (first === "(") {
    const [inside, rest] = parseChoices(source.slice(source.startsWith("(?:") ? 3 : 1));
    return [inside, rest.slice(1)];
  }
  if (first === "[") return parseClass(source.slice(1));
  if (first === ".") return [{ characters: PRINTABLE }, source.slice(1)];
  if (first !== "\\") return [{ characters: first }, source.slice(1)];
  const escaped = source.charAt(1);
  return [{ characters: SHORTHANDS[escaped] ?? escaped }, source.slice(2)];
}

/** Membership is left to the engine; only the end must be found. */
function parseClass(source: string): [Node, string] {
  const [body] = /^(?:\\.|[^\]\\])*/.exec(source)!;
  const test = new RegExp(`[${body}]`);
  return [{ characters: [...PRINTABLE].filter((character) => test.test(character)).join("") }, source.slice(body.length + 1)];
}

function parseRepeats(atom: Node, source: string): [Node, string] {
  const match = /^(?:([*+?])|\{(\d+)(,(\d*))?\})/.exec(source);
  if (!match) return [atom, source];
  const [whole, sign, least, comma, most] = match;
  const min = sign ? (sign === "+" ? 1 : 0) : Number(least);
  const max = sign ? (sign === "?" ? 1 : Infinity) : comma === undefined ? min : most === "" ? Infinity : Number(most);
  return parseRepeats({ repeated: atom, min, max }, source.slice(whole.length));
}

/** `text` with one of its characters repeated so that it has `length` of them and still passes `test`. */
export function stretched(text: string, length: number, test: (candidate: string) => boolean): string | undefined {
  for (let index = 0; index < text.length; index++) {
    const candidate = text.slice(0, index) + text.charAt(index).repeat(Math.max(0, length - text.length)) + text.slice(index);
    if (candidate.length === length && test(candidate)) return candidate;
  }
  return undefined;
}
