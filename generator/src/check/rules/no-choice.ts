import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../rule.js";

/** MW2309: an enum has a member, a union a case. */
export const noChoice: Rule = function* ({ spec }) {
  for (const type of spec.types) {
    if (type.kind === "enum" && type.members.length === 0)
      yield diagnostic("MW2309", type.source, `The enum ${type.name} has no members.`, "Give it at least one member, or use its integer type.");
    if (type.kind === "union" && type.cases.length === 0)
      yield diagnostic("MW2309", type.source, `The union ${type.name} has no cases.`, "Give it at least one case.");
  }
};
