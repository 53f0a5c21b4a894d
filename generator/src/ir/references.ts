/** Which types a type refers to. */
import type { TypeDef, TypeExpr, TypeId } from "./model.js";

/** In declaration order. */
export function referencesOf(type: TypeDef): TypeId[] {
  if (type.kind === "struct") return type.fields.flatMap((field) => referencesIn(field.type));
  if (type.kind === "union") return type.cases.flatMap((one) => (one.type === undefined ? [] : [one.type]));
  if (type.kind === "bits") return type.fields.flatMap(({ content }) => ("type" in content ? [content.type] : []));
  return [];
}

function referencesIn(type: TypeExpr): TypeId[] {
  if (type.kind === "ref" || type.kind === "embedded") return [type.type];
  if (type.kind === "list" || type.kind === "array") return referencesIn(type.element);
  if (type.kind === "map") return [...referencesIn(type.key), ...referencesIn(type.value)];
  if (type.kind === "nullable" || type.kind === "sized") return referencesIn(type.inner);
  return "brand" in type && type.brand !== undefined ? [type.brand] : [];
}
