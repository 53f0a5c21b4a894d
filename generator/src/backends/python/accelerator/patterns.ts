/** The state tables of a spec's patterns, for C. */
import type { Pattern } from "../../../codec/model.js";

const PER_LINE = 32;

const rows = (numbers: readonly number[]): string[] =>
  Array.from({ length: Math.ceil(numbers.length / PER_LINE) }, (_, index) => `${numbers.slice(index * PER_LINE, (index + 1) * PER_LINE).join(", ")},`);

export const patternTable = ({ id, dfa }: Pattern): Record<string, unknown> => ({
  id,
  classes: rows([...dfa.classes]),
  transitions: rows(dfa.transitions.flat()),
  width: dfa.transitions[0]!.length,
  accepting: rows(dfa.accepting.map(Number)),
});
