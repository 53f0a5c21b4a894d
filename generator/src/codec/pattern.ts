/**
 * Patterns of text, compiled to a table that every language walks byte by byte, so that five regular-expression engines
 * cannot disagree. The dialect is the part of ECMAScript's that is regular and ASCII: literals, `\` before punctuation, `\d`, `\w`,
 * `.` (any ASCII character but line feed and carriage return), classes with ranges and negation (within ASCII), `(?:…)` and `(…)`,
 * `|`, `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`. The whole text must match; `^` and `$` are allowed at the ends and mean nothing. A byte
 * of 0x80 and above never matches.
 */

export interface Dfa {
  /** The start state is 0. */
  accepting: boolean[];
  /** byte (0–255) → class. */
  classes: number[];
  /** [state][class] → next state; -1: no match. */
  transitions: number[][];
}

export class PatternError extends Error {}

/** A set of bytes as 256 booleans would be slow to hash; a bigint mask is compact and comparable. */
type ByteSet = bigint;
const ASCII: ByteSet = (1n << 128n) - 1n;
const of = (...codes: number[]): ByteSet => codes.reduce((set, code) => set | (1n << BigInt(code)), 0n);
const range = (from: number, to: number): ByteSet => {
  let set = 0n;
  for (let code = from; code <= to; code++) set |= 1n << BigInt(code);
  return set;
};
const DIGIT = range(48, 57);
const WORD = DIGIT | range(65, 90) | range(97, 122) | of(95);
const DOT = ASCII & ~of(10, 13);
/** Repeats beyond this would make tables that nobody wants in a library. */
const MAX_STATES = 1024;

type Node =
  | { kind: "set"; set: ByteSet }
  | { kind: "sequence"; items: Node[] }
  | { kind: "choice"; items: Node[] }
  | { kind: "repeat"; item: Node; min: number; max: number };

/** Compiles `source`, throwing `PatternError` with a sentence about what is not supported. */
export function compilePattern(source: string): Dfa {
  return determinise(new PatternParser(source).parse());
}

class PatternParser {
  private at = 0;
  constructor(private readonly source: string) {
    for (const character of source) if (character > "\u007e" || character < " ") throw new PatternError("a pattern may hold printable ASCII only");
    if (source.startsWith("^")) this.at = 1;
  }

  parse(): Node {
    const node = this.choice();
    if (this.peek() === "$" && this.at === this.source.length - 1) this.at++;
    if (this.at < this.source.length) throw new PatternError(`unexpected "${this.peek()}" at character ${this.at + 1}`);
    return node;
  }

  private peek = (): string => this.source.charAt(this.at);

  private choice(): Node {
    const items = [this.sequence()];
    while (this.peek() === "|") {
      this.at++;
      items.push(this.sequence());
    }
    return items.length === 1 ? items[0]! : { kind: "choice", items };
  }

  private sequence(): Node {
    const items: Node[] = [];
    while (this.at < this.source.length && !"|)".includes(this.peek())) {
      if (this.peek() === "$" && this.at === this.source.length - 1) break;
      items.push(this.repeated());
    }
    return { kind: "sequence", items };
  }

  private repeated(): Node {
    const item = this.atom();
    const bounds = this.bounds();
    if (bounds === undefined) return item;
    if (this.peek() === "?") throw new PatternError("lazy repeats make no difference to a whole match; leave out the ?");
    if (this.bounds() !== undefined) throw new PatternError("a repeat follows a repeat; put the first one in (?:…)");
    return { kind: "repeat", item, ...bounds };
  }

  private bounds(): { min: number; max: number } | undefined {
    const simple: Record<string, { min: number; max: number }> = { "*": { min: 0, max: Infinity }, "+": { min: 1, max: Infinity }, "?": { min: 0, max: 1 } };
    const found = simple[this.peek()];
    if (found) {
      this.at++;
      return found;
    }
    if (this.peek() !== "{") return undefined;
    const match = /^\{(\d+)(,(\d*))?\}/.exec(this.source.slice(this.at));
    if (!match) throw new PatternError(`"{" at character ${this.at + 1} does not start a repeat; write \\{`);
    this.at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === "" ? Infinity : Number(match[3]);
    if (min > max) throw new PatternError(`the repeat ${match[0]} runs backwards`);
    if (min > MAX_STATES || (max > MAX_STATES && max !== Infinity)) throw new PatternError(`the repeat ${match[0]} is too large; use a Limit`);
    return { min, max };
  }

  private atom(): Node {
    const character = this.source.charAt(this.at++);
    if (character === "(") {
      if (this.peek() === "?") {
        if (this.source.charAt(this.at + 1) !== ":") throw new PatternError("look-around and named groups are not regular; only (?:…) is supported");
        this.at += 2;
      }
      const node = this.choice();
      if (this.peek() !== ")") throw new PatternError("a ( is not closed");
      this.at++;
      return node;
    }
    if (character === "[") return { kind: "set", set: this.characterClass() };
    if (character === ".") return { kind: "set", set: DOT };
    if (character === "\\") return { kind: "set", set: this.escape() };
    if ("*+?{}$^)]".includes(character)) throw new PatternError(`unexpected "${character}" at character ${this.at}; write \\${character}`);
    return { kind: "set", set: of(character.charCodeAt(0)) };
  }

  private escape(): ByteSet {
    const character = this.source.charAt(this.at++);
    if (character === "d") return DIGIT;
    if (character === "w") return WORD;
    if (character === "" || /[A-Za-z0-9]/.test(character)) throw new PatternError(`the escape \\${character} is not supported`);
    return of(character.charCodeAt(0));
  }

  private characterClass(): ByteSet {
    const negated = this.peek() === "^";
    if (negated) this.at++;
    let set = 0n;
    while (this.peek() !== "]") {
      if (this.at >= this.source.length) throw new PatternError("a [ is not closed");
      const from = this.classItem();
      if (this.peek() === "-" && this.source.charAt(this.at + 1) !== "]" && from.code !== undefined) {
        this.at++;
        const to = this.classItem();
        if (to.code === undefined || to.code < from.code) throw new PatternError("a range in a class runs backwards");
        set |= range(from.code, to.code);
      } else set |= from.set;
    }
    this.at++;
    return negated ? ASCII & ~set : set;
  }

  private classItem(): { set: ByteSet; code?: number } {
    const character = this.source.charAt(this.at++);
    if (character !== "\\") return { set: of(character.charCodeAt(0)), code: character.charCodeAt(0) };
    const next = this.peek();
    const set = this.escape();
    return /[dw]/.test(next) ? { set } : { set, code: next.charCodeAt(0) };
  }
}

/** Thompson's construction, then subsets, then merging of equal states (Moore). */
function determinise(root: Node): Dfa {
  const edges: { set: ByteSet; to: number }[][] = [];
  const empties: number[][] = [];
  const state = (): number => {
    if (edges.length > MAX_STATES * 4) throw new PatternError("the pattern is too large; use smaller repeats and a Limit");
    edges.push([]);
    empties.push([]);
    return edges.length - 1;
  };
  /** Adds `node` after state `from`; returns the state after it. */
  const add = (node: Node, from: number): number => {
    if (node.kind === "set") {
      const to = state();
      edges[from]!.push({ set: node.set, to });
      return to;
    }
    if (node.kind === "sequence") return node.items.reduce((at, item) => add(item, at), from);
    if (node.kind === "choice") {
      const end = state();
      for (const item of node.items) {
        const start = state();
        empties[from]!.push(start);
        empties[add(item, start)]!.push(end);
      }
      return end;
    }
    let at = from;
    for (let i = 0; i < node.min; i++) at = add(node.item, at);
    if (node.max === Infinity) {
      const loop = state();
      empties[at]!.push(loop);
      empties[add(node.item, loop)]!.push(loop);
      return loop;
    }
    const end = state();
    empties[at]!.push(end);
    for (let i = node.min; i < node.max; i++) {
      at = add(node.item, at);
      empties[at]!.push(end);
    }
    return end;
  };
  const start = state();
  const end = add(root, start);

  const close = (states: Iterable<number>): number[] => {
    const seen = new Set(states);
    const queue = [...seen];
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      for (const to of empties[next]!) if (!seen.has(to)) seen.add(to), queue.push(to);
    return [...seen].sort((a, b) => a - b);
  };

  const { classes, representatives } = byteClasses(edges.flatMap((list) => list.map((edge) => edge.set)));
  const subsets = [close([start])];
  const index = new Map([[subsets[0]!.join(), 0]]);
  const transitions: number[][] = [];
  for (let i = 0; i < subsets.length; i++) {
    transitions.push(
      representatives.map((byte) => {
        const targets = subsets[i]!.flatMap((from) => edges[from]!.filter((edge) => (edge.set >> BigInt(byte)) & 1n).map((edge) => edge.to));
        if (targets.length === 0) return -1;
        const subset = close(targets);
        const key = subset.join();
        let found = index.get(key);
        if (found === undefined) {
          found = subsets.push(subset) - 1;
          if (found >= MAX_STATES) throw new PatternError("the pattern needs too many states; use smaller repeats and a Limit");
          index.set(key, found);
        }
        return found;
      }),
    );
  }
  return minimise({ accepting: subsets.map((subset) => subset.includes(end)), classes, transitions });
}

/** Bytes that no set tells apart share a class. */
function byteClasses(sets: ByteSet[]): { classes: number[]; representatives: number[] } {
  const distinct = [...new Set(sets)];
  const ids = new Map<string, number>();
  const representatives: number[] = [];
  const classes = Array.from({ length: 256 }, (_, byte) => {
    const signature = distinct.map((set) => ((set >> BigInt(byte)) & 1n ? "1" : "0")).join("");
    let id = ids.get(signature);
    if (id === undefined) {
      id = representatives.push(byte) - 1;
      ids.set(signature, id);
    }
    return id;
  });
  return { classes, representatives };
}

function minimise(dfa: Dfa): Dfa {
  let group: number[] = dfa.accepting.map((accepting) => (accepting ? 1 : 0));
  for (let count = 0; ; ) {
    const ids = new Map<string, number>();
    const next = dfa.transitions.map((row, state) => {
      const key = `${group[state]}:${row.map((to) => (to < 0 ? -1 : group[to])).join()}`;
      if (!ids.has(key)) ids.set(key, ids.size);
      return ids.get(key)!;
    });
    group = next;
    if (ids.size === count) break;
    count = ids.size;
  }
  const size = Math.max(...group) + 1;
  const accepting = new Array<boolean>(size).fill(false);
  const transitions = new Array<number[]>(size);
  group.forEach((id, state) => {
    accepting[id] ||= dfa.accepting[state]!;
    transitions[id] ??= dfa.transitions[state]!.map((to) => (to < 0 ? -1 : group[to]!));
  });
  return { accepting, classes: dfa.classes, transitions };
}
