/** The whole plan: every file of the module tree. */
import type { CodecModel } from "../../../codec/model.js";
import { RunSizes } from "../codec/sizes.js";
import { Names, groupBy, parentOf } from "../names.js";
import { Natives } from "../native.js";
import { Context, type Shared } from "./context.js";
import { itemLines } from "./functions.js";
import { Items } from "./items.js";
import { planRoot, type RootPlan } from "./roots.js";
import { ModuleScope } from "./scope.js";
import { TypePlanner, type TypePlan } from "./types.js";

/** Where generated code finds what it stands on. */
export interface Paths {
  /** The runtime crate, or the module that holds it. */
  runtime: string;
  /** The module of the generated code. */
  root: string;
}

export interface ModulePlan {
  /** As the spec names it. */
  module: string;
  /** Segments of its path below the root. */
  path: readonly string[];
  children: string[];
  imports: string[];
  types: PlannedType[];
}

export interface PlannedType extends TypePlan {
  root: RootPlan | undefined;
  /** The `impl` of what is not public; empty if there is none. */
  implHeader: string;
  /** Each item's lines. */
  items: string[][];
}

export interface Plan {
  modules: ModulePlan[];
  names: Names;
  natives: Natives;
}

export function plan(model: CodecModel, paths: Paths): Plan {
  const names = new Names(model);
  const natives = new Natives(model);
  const shared: Shared = { names, natives, sizes: new RunSizes(model), items: new Items(), pattern: (id) => `${paths.root}::patterns::PATTERN_${id}` };
  const byModule = groupBy(model.spec.types, ({ module }) => module);
  const scopes = new Map([...byModule].map(([module, types]) => [module, new ModuleScope(module, names, natives, paths, types.map(({ id }) => id))]));
  const scopeOf = (id: string): ModuleScope => scopes.get(natives.def(id).module)!;
  const header = (id: string): string => (natives.borrows(id) ? `impl<'a> ${names.type(id)}<'a>` : `impl ${names.type(id)}`);

  const taken = new Map(model.spec.types.map(({ id }) => [id, new Set<string>()]));
  const roots = new Map(
    model.roots.map((root) => {
      const context = new Context(shared, scopeOf(root.type), root.type, root.family, () => {}, taken.get(root.type)!);
      return [root.type, planRoot(context, root, header(root.type))];
    }),
  );
  shared.items.build((role, id, family, add) => {
    const context = new Context(shared, scopeOf(id), id, family, add, taken.get(id)!);
    const lines = itemLines(context, role);
    add({ docs: [], lines });
  });

  const types = new TypePlanner(names, natives, model);
  const modules = [...byModule].map(([module, defs]): ModulePlan => {
    const scope = scopes.get(module)!;
    const planned = defs.map((def): PlannedType => {
      const items = shared.items.of(def.id).map(({ lines }) => lines);
      return { ...types.plan(def, scope), root: roots.get(def.id), implHeader: items.length === 0 ? "" : header(def.id), items };
    });
    return { module, path: names.module(module), children: [], imports: scope.importLines(), types: planned };
  });
  return { modules: withParents(modules, names), names, natives };
}

/** Adds the modules that only hold others, and tells each its children. */
function withParents(modules: ModulePlan[], names: Names): ModulePlan[] {
  const all = new Map(modules.map((module) => [module.module, module]));
  for (const { module } of modules)
    for (let parent = module; parent !== ""; ) {
      parent = parentOf(parent);
      if (!all.has(parent)) all.set(parent, { module: parent, path: names.module(parent), children: [], imports: [], types: [] });
    }
  for (const { module, path } of [...all.values()]) if (module !== "") all.get(parentOf(module))!.children.push(path.at(-1)!);
  for (const { children } of all.values()) children.sort();
  return [...all.values()];
}
