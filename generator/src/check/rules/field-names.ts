import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../rule.js";

/** MW2405: a structure has one field of a name, those of the structures that it extends included. */
export const fieldNames: Rule = function* ({ spec }) {
  for (const type of spec.types) {
    if (type.kind !== "struct") continue;
    const seen = new Set<string>();
    for (const { name, source } of type.fields) {
      if (seen.has(name)) yield diagnostic("MW2405", source, `${type.name} has the field ${name} twice.`, "Leave one of them out; those of extended structures are there already.");
      seen.add(name);
    }
  }
};
