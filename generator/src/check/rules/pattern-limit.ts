import { PatternError, compilePattern, type Dfa } from "../../codec/pattern.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { boundedExpressions } from "../bounds.js";
import type { Rule } from "../rule.js";

/** MW2206: some text passes both the pattern and the bounds of its size. */
export const patternLimit: Rule = function* (context) {
  for (const { label, position, part } of boundedExpressions(context)) {
    if (part.kind !== "text" || part.pattern === undefined) continue;
    const lengths = matchLengths(part.pattern);
    const { min, max } = part.limit;
    const help = "Change the pattern or the Limit.";
    if (lengths === undefined) continue;
    if (lengths === null) yield diagnostic("MW2206", position, `The pattern of ${label} matches no text at all.`, "Change the pattern.");
    else if (max !== null && lengths.min > max)
      yield diagnostic("MW2206", position, `The pattern of ${label} needs at least ${lengths.min} bytes, but its Limit allows ${max}.`, help);
    else if (lengths.max < min)
      yield diagnostic("MW2206", position, `The pattern of ${label} matches at most ${lengths.max} bytes, but its Limit asks for ${min}.`, help);
  }
};

/** The least and greatest length that a pattern matches; null: none. Undefined: it does not compile, which another rule reports. */
function matchLengths(source: string): { min: number; max: number } | null | undefined {
  try {
    return lengthsOf(compilePattern(source));
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

/** Walks all states at once, a character at a time. After as many steps as there are states, every path has gone around a ring. */
function lengthsOf({ accepting, transitions }: Dfa): { min: number; max: number } | null {
  let states = new Set([0]);
  let min = Infinity;
  let max = -Infinity;
  for (let length = 0; length <= accepting.length * 2 && states.size > 0; length++) {
    if ([...states].some((state) => accepting[state])) {
      min = Math.min(min, length);
      max = length >= accepting.length ? Infinity : length;
    }
    states = new Set([...states].flatMap((state) => transitions[state]!.filter((to) => to >= 0)));
  }
  return min === Infinity ? null : { min, max };
}
