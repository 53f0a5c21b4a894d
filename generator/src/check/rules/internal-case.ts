import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../rule.js";

/** MW2306: an internal case is a structure, or empty. */
export const internalCase: Rule = function* ({ spec, types }) {
  for (const type of spec.types) {
    if (type.kind !== "union" || type.tagging.style !== "internal") continue;
    for (const one of type.cases) {
      const payload = one.type === undefined ? undefined : types.get(one.type);
      if (one.embedded || (payload && payload.kind !== "struct"))
        yield diagnostic("MW2306", one.source, `The case ${one.name} of ${type.name} is not a structure of its own.`, "Use a structure, or External or Adjacent in place of Internal.");
    }
  }
};
