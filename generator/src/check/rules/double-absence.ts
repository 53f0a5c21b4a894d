import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2207: a value is absent in one way at most. */
export const doubleAbsence: Rule = function* ({ spec }) {
  for (const definition of spec.types)
    for (const { label, position, type, field } of expressionsOf(definition)) {
      if (field?.optional && type.kind === "nullable")
        yield diagnostic("MW2207", position, `${label} is both optional and Nullable.`, "Keep the ? or the Nullable.");
      if (field?.optional && field.omitEmpty)
        yield diagnostic("MW2207", position, `${label} is both optional and OmitEmpty.`, "Keep the ? or the OmitEmpty.");
      for (const part of nested(type)) {
        if (part.kind !== "nullable") continue;
        if (part.inner.kind === "nullable") yield diagnostic("MW2207", position, `${label} is Nullable twice.`, "Keep one Nullable.");
        if (part.inner.kind === "jsonValue")
          yield diagnostic("MW2207", position, `${label} is Nullable, but a JsonValue can be null by itself.`, "Leave out Nullable.");
      }
    }
};
