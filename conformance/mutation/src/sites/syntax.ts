/** How one language's code looks where it refuses something. All that the site operators know of a language. */
import type { GeneratedFile, Language } from "../../../../generator/dist/backends/backend.js";

/** A condition on one line: what stands before it, itself, and the rest of the line. */
export interface Condition {
  head: string;
  condition: string;
  tail: string;
}

export interface Syntax {
  language: Language;
  /** Codecs, and the runtime that they stand on; not the peer, and nothing that only tests use. */
  covers(path: string): boolean;
  /** The condition that a line asks, if it asks one. */
  conditionOf(line: string): Condition | null;
  /** Whether what follows the condition (the rest of its line and the lines after it) refuses. */
  refuses(body: readonly string[]): boolean;
  /** A call that refuses by itself, or passes a refusal on, as a statement on a line of its own: its indentation and the statement. */
  checkOf(line: string): { indent: string; statement: string } | null;
  /** The same statement, with its refusal passed over while the mutant is on. */
  passedOver(statement: string, on: string): string;
  not(condition: string): string;
  and: string;
  or: string;
  /** True while mutant `id` is switched on. */
  isOn(id: number): string;
  /** The condition chosen by the mutant that is on. The language need not have such an expression: `and` and `or` do. */
  choose(condition: string, alternatives: readonly { id: number; condition: string }[]): string;
  /** With `record:FILE` in the switch, a peer writes into the file the numbers of the mutants to whose places it came, with blanks between them. */
  records?: true;
  /** What the switch needs: files changed or added. */
  withSwitch(files: GeneratedFile[], changed: ReadonlySet<string>): GeneratedFile[];
}

/** By `and` and `or`, each side asked only when it is the one that counts. */
export function chosenByLogic(syntax: Pick<Syntax, "not" | "and" | "or" | "isOn">, condition: string, alternatives: readonly { id: number; condition: string }[]): string {
  const { not, and, or, isOn } = syntax;
  const options = alternatives.map((one) => `(${isOn(one.id)} ${and} (${one.condition}))`);
  const none = alternatives.map(({ id }) => not(isOn(id))).join(` ${and} `);
  return [...options, `(${none} ${and} (${condition}))`].join(` ${or} `);
}

/** The condition in the parentheses that open at the end of `head`. */
export function inParentheses(head: string, rest: string): Condition | null {
  let depth = 1;
  let quote = "";
  for (let at = 0; at < rest.length; at++) {
    const character = rest[at]!;
    if (quote !== "") {
      if (character === "\\") at++;
      else if (character === quote) quote = "";
    } else if (character === '"' || character === "'" || character === "`") quote = character;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return { head, condition: rest.slice(0, at), tail: rest.slice(at) };
  }
  return null;
}

/** The environment variable that switches a mutant on, by its number. */
export const SWITCH = "MESHWRIGHT_MUTANT";

/** Adds code before the first line; it must see to it that line numbers stay. */
export function prefixed(files: GeneratedFile[], changed: ReadonlySet<string>, prefix: string): GeneratedFile[] {
  return files.map((file) => (changed.has(file.path) ? { ...file, content: prefix + file.content } : file));
}
