/** The naming table: a file for each module, and every name in it and in the package's index. */
import type { CodecModel, Family } from "../../codec/model.js";
import type { TypeDef, TypeId } from "../../ir/model.js";
import { constantsOf } from "../../ir/constants.js";
import { assignNames } from "../../names/table.js";
import { pascalCase, screamingCase } from "../../names/words.js";
import { isIdentifier } from "./literals.js";
import { EXPORTS, GLOBALS, isModuleLike, KEYWORDS, LOCALS, VERBS } from "./words.js";

/** Files of the generated folder beside those of modules. */
const FILES: ReadonlySet<string> = new Set(["index", "patterns"]);

/** The module at the root of a spec has no name of its own. */
const fileName = (module: string): string => (module === "" ? "messages" : module.split(".").join("/"));

/** What functions exist for a type: by family, or for all of them. */
type Verb = "to" | "from" | "named" | "nameOf" | `read ${Family}` | `write ${Family}`;

const SHARED_VERBS = ["to", "from", "named", "nameOf"] as const;
const FAMILIES = ["fixed", "compact", "json"] as const;

export class Names {
  private readonly files = new Map<string, string>();
  /** In its module. */
  private readonly types = new Map<TypeId, string>();
  private readonly functions = new Map<string, string>();
  /** In its module: by type and field. */
  private readonly constants = new Map<string, string>();
  /** In the index: by type, and by type and field. */
  private readonly exports: ReadonlyMap<string, string>;
  /** Names that a module has given away, so that its private functions can stay clear of them. */
  private readonly taken = new Map<string, ReadonlySet<string>>();

  constructor(model: CodecModel) {
    const defs = [...model.spec.types];
    const modules = [...new Set(defs.map(({ module }) => module))].sort();
    const paths = assignNames(modules.map((module) => [module, fileName(module)] as const), FILES, (path) => path.toLowerCase());
    for (const [module, path] of paths) this.files.set(module, path);
    for (const module of modules) this.nameModule(module, defs.filter((def) => def.module === module));
    const types = defs.map((def) => [def.id, this.type(def.id)] as const);
    this.exports = assignNames([...types, ...this.constants], new Set([...EXPORTS, ...KEYWORDS]));
  }

  /** The file of a module, without its ending. */
  file = (module: string): string => lookup(this.files, module);
  type = (id: TypeId): string => lookup(this.types, id);
  exported = (id: TypeId): string => lookup(this.exports, id);
  constant = (id: TypeId, field: string): string => lookup(this.constants, constantKey(id, field));
  exportedConstant = (id: TypeId, field: string): string => lookup(this.exports, constantKey(id, field));
  function = (id: TypeId, verb: Verb): string => lookup(this.functions, `${verb} ${id}`);
  takenIn = (module: string): ReadonlySet<string> => lookup(this.taken, module);

  private nameModule(module: string, defs: TypeDef[]): void {
    // Brands and enums are called inside functions.
    const types = assignNames(defs.map(({ id, name }) => [id, name] as const), new Set([...GLOBALS, ...KEYWORDS, ...LOCALS]));
    for (const [id, name] of types) this.types.set(id, name);
    const wishes = defs.flatMap(({ id, name }) => functionsOf(name).map(([verb, wish]) => [`${verb} ${id}`, wish] as const));
    const functions = assignNames(wishes, new Set([...types.values(), ...GLOBALS]));
    for (const [key, name] of functions) this.functions.set(key, name);
    const fixed = defs.flatMap((def) => constantsOf(def).map(({ name }) => [constantKey(def.id, name), constantName(def.name, name)] as const));
    const constants = assignNames(fixed, new Set([...types.values(), ...functions.values(), ...GLOBALS]));
    for (const [key, name] of constants) this.constants.set(key, name);
    this.taken.set(module, new Set([...types.values(), ...functions.values(), ...constants.values(), ...GLOBALS]));
  }
}

const constantKey = (id: TypeId, field: string): string => `${id} ${field}`;

function functionsOf(type: string): [Verb, string][] {
  const noun = capital(type);
  const shared = SHARED_VERBS.map((verb): [Verb, string] => [verb, VERBS[verb] + noun]);
  const read = FAMILIES.map((family): [Verb, string] => [`read ${family}`, VERBS.read[family] + noun]);
  const write = FAMILIES.map((family): [Verb, string] => [`write ${family}`, VERBS.write[family] + noun]);
  return [...shared, ...read, ...write];
}

/** Variables for the fields of one struct. `called`: functions that the same code calls by a name of the spec's. */
export function localNames(fields: readonly string[], called: ReadonlySet<string>): ReadonlyMap<string, string> {
  const wishes = fields.map((name) => [name, isModuleLike(name) ? `${name}_` : isIdentifier(name) ? name : `_${pascalCase(name)}`] as const);
  return assignNames(wishes, new Set([...KEYWORDS, ...LOCALS, ...called]));
}

/** The part of a name that stands for a field, an element or an entry. */
export const capital = (name: string): string => (isIdentifier(name) ? name.charAt(0).toUpperCase() + name.slice(1) : pascalCase(name));

export const constantName = (...parts: string[]): string => parts.map(screamingCase).join("_");

function lookup<Key, Value>(table: ReadonlyMap<Key, Value>, key: Key): Value {
  const found = table.get(key);
  if (found === undefined) throw new Error(`the naming table lacks ${String(key)}`);
  return found;
}
