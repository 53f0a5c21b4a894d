import { solve } from "../../codec/fixpoint.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeDef, TypeExpr, TypeId } from "../../ir/model.js";
import { expressionsOf } from "../expressions.js";
import type { Rule } from "../rule.js";

type IsFinite = (id: TypeId) => boolean;

/** MW2010: every type has a finite value, whatever encodings it leads through. Of a ring of endless types, one is reported, where it leads on. */
export const finite: Rule = function* ({ spec, types }) {
  const ends = solve<TypeId, boolean>(types.keys(), false, (id, lookup) => typeEnds(types.get(id)!, (other) => lookup(other) ?? true));
  const isFinite: IsFinite = (id) => ends.get(id) ?? true;
  for (const type of spec.types) {
    if (!type.recursionHead || isFinite(type.id)) continue;
    const endless = expressionsOf(type).find(({ type: part, field }) => !field?.optional && !expressionEnds(part, isFinite));
    if (endless)
      yield diagnostic(
        "MW2010",
        endless.position,
        `${type.name} would never end: ${endless.label} always leads to another ${type.name}.`,
        "Make it optional with ?, a list that may be empty, or a union with a case that ends.",
      );
  }
};

function typeEnds(type: TypeDef, isFinite: IsFinite): boolean {
  if (type.kind === "struct") return type.fields.every((field) => field.optional || expressionEnds(field.type, isFinite));
  if (type.kind === "union") return type.cases.length === 0 || type.cases.some((one) => one.type === undefined || isFinite(one.type));
  return true;
}

function expressionEnds(type: TypeExpr, isFinite: IsFinite): boolean {
  switch (type.kind) {
    case "ref":
    case "embedded":
      return isFinite(type.type);
    case "sized":
      return expressionEnds(type.inner, isFinite);
    case "array":
      return type.size === 0 || expressionEnds(type.element, isFinite);
    case "list":
      return type.limit.min === 0 || expressionEnds(type.element, isFinite);
    case "map":
      return type.limit.min === 0 || (expressionEnds(type.key, isFinite) && expressionEnds(type.value, isFinite));
    default:
      return true;
  }
}
