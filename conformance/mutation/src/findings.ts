/** What came of each mutant, of either engine, in one form. */
import type { Language } from "../../../generator/dist/backends/backend.js";
import type { Side, SpecMutant } from "./mutants/mutant.js";
import type { SiteMutant } from "./sites/sites.js";
import type { SiteOutcome } from "./sites/run.js";
import type { Outcome } from "./universe/run.js";

/** `model`: a change of what the back end prints from. `code`: one of the printed code, or of the runtime under it. */
export type Kind = "model" | "code";

export interface Finding {
  language: Language;
  kind: Kind;
  operator: string;
  id: string;
  /** Of a model mutant: both sides are found out separately. */
  side?: Side;
  outcome: "killed" | "survived" | "stillborn";
  /** The vector that found it, or what the compiler said. */
  by: string;
}

export function modelFindings(language: Language, outcomes: ReadonlyMap<SpecMutant, Outcome>): Finding[] {
  return [...outcomes].flatMap(([{ id, operator, sides }, outcome]) =>
    sides.map((side): Finding => {
      const shared = { language, kind: "model" as const, operator, id, side };
      if ("stillborn" in outcome) return { ...shared, outcome: "stillborn", by: outcome.stillborn };
      const kill = outcome.verdict[side];
      return kill ? { ...shared, outcome: "killed", by: `${outcome.message}/${kill.vector} (${kill.how})` } : { ...shared, outcome: "survived", by: "" };
    }),
  );
}

export function codeFindings(language: Language, outcomes: ReadonlyMap<SiteMutant, SiteOutcome>): Finding[] {
  return [...outcomes].map(([{ id, operator }, outcome]): Finding => {
    const shared = { language, kind: "code" as const, operator, id };
    if ("stillborn" in outcome) return { ...shared, outcome: "stillborn", by: outcome.stillborn };
    return outcome.kill ? { ...shared, outcome: "killed", by: `${outcome.kill.vector} (${outcome.kill.how})` } : { ...shared, outcome: "survived", by: "" };
  });
}
