/** Which header each type is declared in: its module's, unless modules need each other; then the first one's of the ring. */
import type { CodecModel } from "../../codec/model.js";
import { referencesOf } from "../../ir/references.js";

export interface ModuleGroups {
  /** Every module of the spec, sorted. */
  modules: string[];
  /** The module whose header holds the types of this one. */
  home(module: string): string;
  /** Homes that a home's header needs, sorted. */
  includes(home: string): string[];
  /** Of two homes, the one that may include the other. */
  later(a: string, b: string): string;
}

export function moduleGroups(model: CodecModel): ModuleGroups {
  const moduleOf = new Map(model.types.map(({ id, module }) => [id, module]));
  const modules = [...new Set(moduleOf.values())].sort();
  const edges = new Map(modules.map((module) => [module, new Set<string>()]));
  for (const type of model.types) for (const id of referencesOf(type)) edges.get(type.module)!.add(moduleOf.get(id)!);
  const reach = new Map(modules.map((module) => [module, walk(module, edges)]));
  const home = (module: string): string => modules.find((other) => reach.get(module)!.has(other) && reach.get(other)!.has(module))!;
  return {
    modules,
    home,
    includes: (own) => {
      const members = modules.filter((module) => home(module) === own);
      const needed = new Set(members.flatMap((module) => [...edges.get(module)!].map(home)));
      needed.delete(own);
      return [...needed].sort();
    },
    later: (a, b) => (reach.get(b)!.has(a) ? b : a),
  };
}

function walk(from: string, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const module of seen) for (const next of edges.get(module)!) seen.add(next);
  return seen;
}
