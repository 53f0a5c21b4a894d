import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { boundedExpressions } from "../bounds.js";
import { capacity, intRange, isWithin } from "../ranges.js";
import { expressionsOf, nested } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2203: bounds are within what the type, or the prefix, can say. */
export const wideBounds: Rule = function* (context) {
  for (const { label, position, part } of boundedExpressions(context)) {
    const fault = integerFault(part) ?? limitFault(part);
    if (fault) yield diagnostic("MW2203", position, `The bound ${fault.bound} of ${label} is ${fault.what}.`, fault.help);
  }
  // The prefix belongs to the place, also where the bounds come from a brand.
  for (const definition of context.spec.types)
    for (const { label, position, type } of expressionsOf(definition))
      for (const part of nested(type)) {
        if (!("framing" in part) || part.framing.kind !== "prefix") continue;
        const most = capacity(part.framing);
        const bound = [part.limit.max, part.limit.min].find((one) => one !== null && one > most);
        if (bound != null)
          yield diagnostic("MW2203", position, `The bound ${bound} of ${label} is more than its ${part.framing.int} prefix can say.`, `Lower it to ${most} or less, or use a wider prefix.`);
      }
};

function integerFault(type: TypeExpr): { bound: string; what: string; help: string } | undefined {
  if (type.kind !== "int") return undefined;
  const range = intRange(type.int);
  const bound = [type.min, type.max].find((one) => one !== undefined && !isWithin(BigInt(one), range));
  return bound === undefined ? undefined : { bound, what: `beyond ${type.int}`, help: `Give a bound from ${range.min} to ${range.max}, or use a wider type.` };
}

function limitFault(type: TypeExpr): { bound: string; what: string; help: string } | undefined {
  if (!("limit" in type)) return undefined;
  const bound = [type.limit.min, type.limit.max].find((one) => one !== null && !(Number.isSafeInteger(one) && one >= 0));
  return bound == null ? undefined : { bound: String(bound), what: "no size", help: "Give a whole number from 0 up." };
}
