/** Finds the types at which recursion is counted (see `recursionHead` in the IR). */
import type { TypeDef, TypeId } from "../ir/model.js";
import { isCodecRoot } from "../ir/codecs.js";
import { referencesOf } from "../ir/references.js";

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
  // Only codecs count: a Proto message must not change where.
  for (const id of ids.filter((id) => isCodecRoot(types.get(id)!))) visit(id);
  for (const id of ids) visit(id);
}
