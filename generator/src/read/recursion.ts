/** Finds the types at which recursion is counted (see `recursionHead` in the IR). */
import type { TypeDef, TypeExpr, TypeId } from "../ir/model.js";

export function markRecursionHeads(types: ReadonlyMap<TypeId, TypeDef>): void {
  const state = new Map<TypeId, "open" | "done">();
  const visit = (id: TypeId): void => {
    const type = types.get(id);
    if (!type) return;
    if (state.get(id) === "open") type.recursionHead = true;
    if (state.has(id)) return;
    state.set(id, "open");
    for (const next of referencesOf(type)) visit(next);
    state.set(id, "done");
  };
  const ids = [...types.keys()].sort();
  for (const id of ids.filter((id) => isRoot(types.get(id)!))) visit(id);
  for (const id of ids) visit(id);
}

const isRoot = (type: TypeDef): boolean => "root" in type && type.root !== undefined;

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
