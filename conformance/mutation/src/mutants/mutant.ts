/** What a mutant is: a small change of what one back end prints, with a name that stays the same from run to run. */
import type { Family } from "../../../../generator/dist/codec/model.js";
import type { TypeId } from "../../../../generator/dist/ir/model.js";

/** Decoding and encoding are told apart: a wrong bound has to be found in each. */
export type Side = "decode" | "encode";
export const SIDES: readonly Side[] = ["decode", "encode"];

/** Sets one place of a plain object; `undefined` removes it. */
export interface Edit {
  at: (string | number)[];
  to: unknown;
}

/** A mutant of what the spec says, the same for every language. */
export interface SpecMutant {
  /** `compact compacts.Small name: count 4 → 5`. */
  id: string;
  operator: string;
  /** What is edited: the type in the spec, or its codec after lowering. */
  level: "spec" | "codec";
  type: TypeId;
  family: Family;
  place: string;
  edits: Edit[];
  /** Where behaviour can change at all. */
  sides: readonly Side[];
}

/** A mutant as an operator makes it, before it is known where. */
export interface Draft {
  /** Within the type: `names.element`. */
  place: string;
  /** `4 → 5`. */
  change: string;
  edits: Edit[];
  sides?: readonly Side[];
}

/** A copy of `subject` with the edits made. */
export function edited<Subject extends object>(subject: Subject, edits: readonly Edit[]): Subject {
  const copy = structuredClone(subject);
  for (const { at, to } of edits) {
    let holder = copy as Record<string | number, unknown>;
    for (const key of at.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
    const last = at.at(-1)!;
    if (to === undefined) delete holder[last];
    else holder[last] = structuredClone(to);
  }
  return copy;
}
