import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2010: every type has a finite value. Of a ring of endless types, one is reported, where it leads on. */
export const finite: Rule = function* ({ spec, sizes }) {
  for (const type of spec.types) {
    if (!type.recursionHead || sizes.min({ kind: "ref", type: type.id }, "fixed") < Infinity) continue;
    const endless = expressionsOf(type).find(({ type: part, field }) => !field?.optional && sizes.min(part, "fixed") === Infinity);
    if (endless)
      yield diagnostic(
        "MW2010",
        endless.position,
        `${type.name} would never end: ${endless.label} always leads to another ${type.name}.`,
        "Make it optional with ?, a list that may be empty, or a union with a case that ends.",
      );
  }
};
