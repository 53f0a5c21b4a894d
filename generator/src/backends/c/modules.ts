/** Which header each type is declared in: its module's, unless modules need each other; then the first one's of the ring. */
import type { CodecModel } from "../../codec/model.js";
import { referencesOf } from "../../ir/references.js";
import { components } from "../../ir/walk.js";

export interface ModuleGroups {
  /** Every module of the spec, sorted. */
  modules: string[];
  /** The module whose header holds the types of this one. */
  home(module: string): string;
  /** The modules whose types a home's header holds, sorted. */
  members(home: string): readonly string[];
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
  const rings = components(modules, (module) => [...edges.get(module)!]).map((ring) => ring.sort());
  const members = new Map(rings.map((ring) => [ring[0]!, ring]));
  const homes = new Map(rings.flatMap((ring) => ring.map((module) => [module, ring[0]!])));
  const home = (module: string): string => homes.get(module)!;
  const reach = new Map<string, ReadonlySet<string>>();
  return {
    modules,
    home,
    members: (own) => members.get(own) ?? [],
    includes: (own) => {
      const needed = new Set(members.get(own)!.flatMap((module) => [...edges.get(module)!].map(home)));
      needed.delete(own);
      return [...needed].sort();
    },
    later: (a, b) => {
      if (!reach.has(b)) reach.set(b, reachable(b, edges));
      return reach.get(b)!.has(a) ? b : a;
    },
  };
}

function reachable(from: string, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const module of seen) for (const next of edges.get(module)!) seen.add(next);
  return seen;
}
