import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2208: constants and reserved bytes are fields of their own, and always there. */
export const hiddenPlace: Rule = function* ({ spec }) {
  for (const definition of spec.types)
    for (const { label, position, type, field } of expressionsOf(definition)) {
      const always = field && !field.optional && !field.omitEmpty;
      for (const part of nested(type)) {
        if ((part.kind !== "const" && part.kind !== "reserved") || (part === type && always)) continue;
        const word = part.kind === "const" ? "Const" : "Reserved";
        yield diagnostic("MW2208", position, `${word} in ${label} is not a field that is always there.`, `Make ${word} the whole type of a field, without ?.`);
      }
    }
};
