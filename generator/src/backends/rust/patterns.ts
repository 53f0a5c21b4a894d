/** Patterns as tables. State 0 is the dead end, so all others move up by one. */
import type { Pattern } from "../../codec/model.js";
import { numbers } from "./layout.js";
import { stringLiteral } from "./words.js";

export interface PatternTable {
  id: number;
  source: string;
  classes: string[];
  classCount: number;
  transitions: string[];
  accepting: string[];
}

export function patternTables(patterns: Pattern[]): PatternTable[] {
  return patterns.map(({ id, source, dfa }) => {
    const classCount = Math.max(...dfa.classes) + 1;
    const dead = new Array<number>(classCount).fill(-1);
    const transitions = [dead, ...dfa.transitions].flatMap((row) => row.map((to) => String(to + 1)));
    return {
      id,
      source: stringLiteral(source),
      classes: numbers(4, "classes: &", dfa.classes.map(String), ","),
      classCount,
      transitions: numbers(4, "transitions: &", transitions, ","),
      accepting: numbers(4, "accepting: &", ["false", ...dfa.accepting.map(String)], ","),
    };
  });
}
