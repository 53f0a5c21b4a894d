/** The naming table: a module tree that follows the spec's, and every name in it. */
import type { CodecModel } from "../../codec/model.js";
import type { TypeDef, TypeId } from "../../ir/model.js";
import { constantsOf } from "../../ir/constants.js";
import { assignNames } from "../../names/table.js";
import { pascalCase, screamingCase, snakeCase } from "../../names/words.js";
import { CONSTANTS, FILES, INHERENT_CONSTANTS, KEYWORDS, RUNTIME_MODULES, TYPE_NAMES } from "./words.js";

export class Names {
  private readonly types = new Map<TypeId, string>();
  private readonly inside = new Map<string, string>();
  private readonly constants = new Map<string, string>();
  private readonly modules = new Map<string, string[]>();

  constructor(model: CodecModel) {
    const defs = [...model.spec.types];
    this.nameModules(defs);
    for (const [module, own] of groupBy(defs, ({ module }) => module)) {
      const names = assignNames(own.map(({ id, name }) => [id, pascalCase(name)] as const), TYPE_NAMES);
      for (const [id, name] of names) this.types.set(id, name);
      if (!this.modules.has(module)) throw new Error(`the naming table lacks the module ${module}`);
    }
    for (const def of defs) for (const [name, chosen] of insideNames(def)) this.inside.set(`${def.id} ${name}`, chosen);
    for (const def of defs) for (const [name, chosen] of constantNames(def)) this.constants.set(`${def.id} ${name}`, chosen);
  }

  type = (id: TypeId): string => lookup(this.types, id);

  /** A field of a struct or of bits; a variant of an enum or union; a constant of flags. */
  member = (id: TypeId, name: string): string => lookup(this.inside, `${id} ${name}`);

  /** What a field that always holds the same holds. */
  constant = (id: TypeId, name: string): string => lookup(this.constants, `${id} ${name}`);

  /** Where an open struct keeps what it does not know. */
  unknown = (id: TypeId): string => lookup(this.inside, `${id} $unknown`);

  /** The segments of a module's path. */
  module = (module: string): readonly string[] => lookup(this.modules, module);

  /** Children get their names together with their siblings, so that two of them cannot meet. */
  private nameModules(defs: TypeDef[]): void {
    const all = new Set<string>([""]);
    for (const { module } of defs) for (const part of prefixes(module)) all.add(part);
    const withTypes = new Set(defs.map(({ module }) => module));
    this.modules.set("", []);
    const files = new Set([...KEYWORDS, ...FILES]);
    for (const parent of [...all].sort()) {
      const children = [...all].filter((module) => module !== "" && parentOf(module) === parent).sort();
      const reserved = parent === "" ? files : withTypes.has(parent) ? new Set([...KEYWORDS, ...RUNTIME_MODULES]) : KEYWORDS;
      const names = assignNames(children.map((child) => [child, snakeCase(child.split(".").at(-1)!)] as const), reserved);
      for (const [child, name] of names) this.modules.set(child, [...this.module(parent), name]);
    }
  }
}

const prefixes = (module: string): string[] => module.split(".").map((_, index, parts) => parts.slice(0, index + 1).join("."));
export const parentOf = (module: string): string => module.split(".").slice(0, -1).join(".");

function insideNames(def: TypeDef): Map<string, string> {
  switch (def.kind) {
    case "struct": {
      const wishes = def.fields.map(({ name }) => [name, snakeCase(name)] as const);
      return assignNames(def.open ? [...wishes, ["$unknown", "unknown"] as const] : wishes, KEYWORDS);
    }
    case "bits":
      return assignNames(def.fields.filter(({ name }) => name !== "").map(({ name }) => [name, snakeCase(name)] as const), KEYWORDS);
    case "union":
      return assignNames(def.cases.map(({ name }) => [name, pascalCase(name)] as const), new Set(["Self"]));
    case "enum":
      return assignNames(def.members.map(({ name }) => [name, pascalCase(name)] as const), new Set(def.open ? ["Self", "Unknown"] : ["Self"]));
    case "flags":
      return assignNames(def.flags.map(({ name }) => [name, screamingCase(name)] as const), CONSTANTS);
    case "brand":
      return new Map();
  }
}

const constantNames = (def: TypeDef): Map<string, string> => assignNames(constantsOf(def).map(({ name }) => [name, screamingCase(name)] as const), INHERENT_CONSTANTS);

function lookup<Key, Value>(table: ReadonlyMap<Key, Value>, key: Key): Value {
  const found = table.get(key);
  if (found === undefined) throw new Error(`the naming table lacks ${String(key)}`);
  return found;
}

export function groupBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
