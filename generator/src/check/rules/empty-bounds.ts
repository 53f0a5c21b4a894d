import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { boundedExpressions } from "../bounds.js";
import type { Rule } from "../rule.js";

/** MW2202: bounds leave at least one value. */
export const emptyBounds: Rule = function* (context) {
  for (const { label, position, part } of boundedExpressions(context)) {
    const crossed = crossedBounds(part);
    if (crossed)
      yield diagnostic("MW2202", position, `The bounds of ${label} run from ${crossed.min} down to ${crossed.max}.`, "Give the lower bound first; both are included.");
  }
};

function crossedBounds(type: TypeExpr): { min: unknown; max: unknown } | undefined {
  if (type.kind === "int") {
    const { min, max } = type;
    return min !== undefined && max !== undefined && BigInt(min) > BigInt(max) ? { min, max } : undefined;
  }
  if (type.kind === "float") {
    const { min, max } = type;
    return min !== undefined && max !== undefined && min > max ? { min, max } : undefined;
  }
  if (!("limit" in type)) return undefined;
  const { min, max } = type.limit;
  return max !== null && min > max ? { min, max } : undefined;
}
