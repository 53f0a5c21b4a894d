import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2010: every type has a finite value. Reported where the type leads on to the next endless one. */
export const finite: Rule = function* ({ spec, sizes }) {
  for (const type of spec.types) {
    const endless = expressionsOf(type).find(({ type: part, field }) => !field?.optional && sizes.min(part, "fixed") === Infinity);
    if (endless && sizes.min({ kind: "ref", type: type.id }, "fixed") === Infinity)
      yield diagnostic(
        "MW2010",
        endless.position,
        `${type.name} cannot end: ${endless.label} always holds another value that leads back to itself.`,
        "Make it optional with ?, a list that may be empty, or a union with a case that ends.",
      );
  }
};
