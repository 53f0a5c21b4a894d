/** Finds the types at which recursion is counted (see `recursionHead` in the IR). */
import type { TypeDef, TypeId } from "../ir/model.js";
import { isCodecRoot } from "../ir/codecs.js";
import { referencesOf } from "../ir/references.js";
import { walk } from "../ir/walk.js";

export function markRecursionHeads(types: ReadonlyMap<TypeId, TypeDef>): void {
  const ids = [...types.keys()].sort();
  // Only codecs count: a Proto message must not change where.
  const roots = ids.filter((id) => isCodecRoot(types.get(id)!));
  const leadsTo = (id: TypeId): TypeId[] => referencesOf(types.get(id)!).filter((next) => types.has(next));
  walk([...roots, ...ids], leadsTo, { again: (id) => (types.get(id)!.recursionHead = true) });
}
