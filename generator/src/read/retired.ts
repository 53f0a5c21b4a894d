/** What was given up: `Retired<3 | "name">`. */
import type { Context } from "./context.js";
import { literals, type Bound, type Reference } from "./words.js";

export interface GivenUp {
  /** As written, in ascending order. */
  numbers: bigint[];
  names: string[];
}

/** The content of the word; what is no literal is reported. */
export function readRetired(context: Context, word: Extract<Reference, { kind: "word" }>): GivenUp {
  const what = word.args[0] as Bound;
  const found = literals(what);
  if (!found) context.report("MW1003", what.node, "Retired takes numbers and names as they are.", 'Write Retired<3 | "name">.');
  const numbers = (found ?? []).filter((value) => typeof value === "bigint");
  if (found?.some((value) => typeof value === "number")) context.report("MW1003", what.node, "Numbers that were given up are whole.", 'Write Retired<3 | "name">.');
  return { numbers: numbers.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), names: (found ?? []).filter((value) => typeof value === "string").sort() };
}
