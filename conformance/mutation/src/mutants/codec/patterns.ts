/** Operators on patterns: none at all, or one with its table changed in one place. */
import type { CodecModel, CodecUnit } from "../../../../../generator/dist/codec/model.js";
import type { Dfa } from "../../../../../generator/dist/codec/pattern.js";
import type { Draft, Edit } from "../mutant.js";
import { codecsOf, type PlacedCodec } from "./codecs.js";

/** The edits name a changed table in place of a pattern's number; `composite` gives it one. */
export function pattern(unit: CodecUnit, { patterns }: Pick<CodecModel, "patterns">): Draft[] {
  const uses = codecsOf(unit).flatMap((placed) => (placed.codec.op === "text" && placed.codec.pattern !== null ? [{ ...placed, id: placed.codec.pattern }] : []));
  const forgotten = uses.map(({ place, at }) => ({ place, change: "asked → not asked", edits: [{ at: [...at, "pattern"], to: null }] }));
  // A wrong table is wrong wherever it is used.
  const tables = [...new Set(uses.map(({ id }) => id))].flatMap((id) => changedTables(patterns[id]!.dfa, uses.filter((use) => use.id === id)));
  return [...forgotten, ...tables];
}

function changedTables(dfa: Dfa, uses: readonly PlacedCodec[]): Draft[] {
  const place = uses.map((use) => use.place).join(", ");
  const everywhere = (to: Dfa): Edit[] => uses.map(({ at }) => ({ at: [...at, "pattern"], to }));
  return [...ends(dfa), ...moves(dfa)].map(([change, to]) => ({ place, change, edits: everywhere(to) }));
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
