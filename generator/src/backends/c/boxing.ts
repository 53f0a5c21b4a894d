/** Which values stand behind a pointer: without one, a type that contains itself would have no size. */
import type { CodecModel } from "../../codec/model.js";
import type { TypeDef, TypeExpr, TypeId } from "../../ir/model.js";

/** Whether `owner` holds `target` by pointer where it holds it directly; lists and maps hold everything by pointer anyway. */
export type Boxing = (owner: TypeId, target: TypeId) => boolean;

export function boxing(types: CodecModel["types"]): Boxing {
  const byId = new Map(types.map((type) => [type.id, type]));
  const direct = new Map(types.map((type) => [type.id, directly(type)]));
  const reach = new Map<TypeId, ReadonlySet<TypeId>>();
  const reachable = (from: TypeId): ReadonlySet<TypeId> => {
    let seen = reach.get(from);
    if (!seen) {
      seen = walk(from, direct);
      reach.set(from, seen);
    }
    return seen;
  };
  // Every ring passes through a head, so boxing those is enough to break each.
  return (owner, target) => byId.get(target)?.recursionHead === true && reachable(target).has(owner);
}

function walk(from: TypeId, edges: ReadonlyMap<TypeId, TypeId[]>): ReadonlySet<TypeId> {
  const seen = new Set([from]);
  for (const id of seen) for (const next of edges.get(id) ?? []) seen.add(next);
  return seen;
}

function directly(type: TypeDef): TypeId[] {
  if (type.kind === "struct") return type.fields.flatMap((field) => inside(field.type));
  if (type.kind === "union") return type.cases.flatMap((one) => (one.type === undefined ? [] : [one.type]));
  return [];
}

function inside(type: TypeExpr): TypeId[] {
  if (type.kind === "ref" || type.kind === "embedded") return [type.type];
  if (type.kind === "array") return inside(type.element);
  return type.kind === "nullable" || type.kind === "sized" ? inside(type.inner) : [];
}
