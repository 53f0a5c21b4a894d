/** Operators on patterns: none at all, or one with its table changed in one place. */
import type { CodecModel, CodecUnit } from "../../../../../generator/dist/codec/model.js";
import type { Dfa } from "../../../../../generator/dist/codec/pattern.js";
import type { Draft } from "../mutant.js";
import { codecsOf } from "./codecs.js";

/** The edits name a changed table in place of a pattern's number; `composite` gives it one. */
export function pattern(unit: CodecUnit, { patterns }: Pick<CodecModel, "patterns">): Draft[] {
  return codecsOf(unit).flatMap(({ codec, at, place }) => {
    if (codec.op !== "text" || codec.pattern === null) return [];
    const { dfa } = patterns[codec.pattern]!;
    const set = (change: string, to: Dfa | null): Draft => ({ place, change, edits: [{ at: [...at, "pattern"], to }] });
    return [set("pattern → none", null), ...ends(dfa).map(([change, to]) => set(change, to)), ...moves(dfa).map(([change, to]) => set(change, to))];
  });
}

/** Each state ends a text where it must not, or the other way round. */
function ends(dfa: Dfa): [string, Dfa][] {
  return dfa.accepting.map((accepts, state) => [`state ${state} ${accepts ? "accepts → refuses" : "refuses → accepts"}`, { ...dfa, accepting: dfa.accepting.map((own, other) => (other === state ? !own : own)) }]);
}

/** Each step out of a state is refused; each one that is refused stays in the state. */
function moves(dfa: Dfa): [string, Dfa][] {
  return dfa.transitions.flatMap((row, state) =>
    row.map((next, column): [string, Dfa] => {
      const to = next === -1 ? state : -1;
      const transitions = dfa.transitions.map((own, other) => (other === state ? own.map((step, index) => (index === column ? to : step)) : own));
      return [`state ${state}, class ${column}: ${next} → ${to}`, { ...dfa, transitions }];
    }),
  );
}
