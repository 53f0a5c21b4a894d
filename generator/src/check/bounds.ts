/** Bounds as they were written: a branded type repeats its brand's, which are judged at the brand. */
import type { TypeDef, TypeExpr, TypeId } from "../ir/model.js";
import { expressionsOf, nested, type Expression } from "./expressions.js";
import type { RuleContext } from "./rule.js";

/** Every written type of the spec, without those whose bounds all come from a brand. */
export function* boundedExpressions({ spec, types }: RuleContext): Iterable<Expression & { part: TypeExpr }> {
  for (const definition of spec.types)
    for (const expression of expressionsOf(definition))
      for (const part of nested(expression.type)) if (!bornBy(part, types)) yield { ...expression, part };
}

function bornBy(type: TypeExpr, types: ReadonlyMap<TypeId, TypeDef>): boolean {
  const brand = "brand" in type && type.brand !== undefined ? types.get(type.brand) : undefined;
  return brand?.kind === "brand" && boundsText(brand.type) === boundsText(type);
}

const boundsText = (type: TypeExpr): string => {
  const { min, max, limit, pattern } = type as { min?: unknown; max?: unknown; limit?: unknown; pattern?: unknown };
  return JSON.stringify([min, max, limit, pattern]);
};
