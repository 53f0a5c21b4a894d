/** Every type expression in a type's definition, with where it stands. */
import type { TypeDef, TypeExpr } from "../../../../../generator/dist/ir/model.js";

export interface Placed {
  expression: TypeExpr;
  at: (string | number)[];
  /** `names.element`. */
  place: string;
}

/** Outer ones before inner ones. A brand's own shape is left out: it stands in full where the brand is used. */
export function expressionsOf(type: TypeDef): Placed[] {
  if (type.kind !== "struct") return [];
  return type.fields.flatMap((field, index) => within(field.type, ["fields", index, "type"], field.name));
}

function within(expression: TypeExpr, at: (string | number)[], place: string): Placed[] {
  const inner = (name: string, child: TypeExpr): Placed[] => within(child, [...at, name], `${place}.${name}`);
  const own: Placed = { expression, at, place };
  switch (expression.kind) {
    case "list":
    case "array":
      return [own, ...inner("element", expression.element)];
    case "map":
      return [own, ...inner("key", expression.key), ...inner("value", expression.value)];
    case "nullable":
    case "sized":
      return [own, ...inner("inner", expression.inner)];
    default:
      return [own];
  }
}
