/** One generated module: what it imports and the tables that its functions share, collected while they are planned. */
import type { Family } from "../../codec/model.js";
import type { TypeId } from "../../ir/model.js";
import { assignNames } from "../../names/table.js";
import type { PythonModel } from "./model.js";

/** Modules of the runtime, by the name that generated code gives them. */
const RUNTIME = {
  _addresses: "codec.addresses",
  _checks: "codec.checks",
  _flags: "codec.flags",
  _free: "codec.jsontext.free",
  _messages: "codec.messages",
  _objects: "codec.jsontext.objects",
  _reading: "codec.reading",
  _refuse: "codec.refusals",
  _texts: "codec.jsontext.values",
  _tags: "codec.jsontext.unions",
  _tokens: "codec.jsontext.tokens",
  _unions: "codec.unions",
  _values: "codec.values",
  _writing: "codec.writing",
  _written: "codec.jsontext.writing",
} as const;
type RuntimeName = keyof typeof RUNTIME;

/** Where a file stands below `generated`. */
export interface Place {
  /** `["wire", "packet"]` */
  path: string[];
  /** `wire/packet/__init__.py` instead of `wire/packet.py`, because other modules are below it. */
  isPackage: boolean;
}

export const fileOf = ({ path, isPackage }: Place): string => `${path.join("/")}${isPackage ? "/__init__" : ""}.py`;

/** The dots that lead from a file to `generated`. */
const dotsToGenerated = ({ path, isPackage }: Place): string => ".".repeat(path.length + (isPackage ? 1 : 0));

export class Scope {
  private readonly imports = new Set<string>();
  /** Modules that stand in `generated` itself. */
  private readonly shared = new Set<string>();
  private readonly errors = new Set<string>();
  private readonly structs = new Map<string, string>();
  private readonly standard = new Set<string>();
  private readonly aliases: ReadonlyMap<string, string>;

  constructor(
    readonly model: PythonModel,
    readonly module: string,
    readonly place: Place,
  ) {
    const others = [...model.modules().keys()].map((other) => [other, `_${model.path(other).join("_")}`] as const);
    this.aliases = assignNames(others, new Set([...Object.keys(RUNTIME), "_acceleration", "_errors", "_patterns"]));
  }

  /** A function of the runtime: `_refuse.truncated`. */
  runtime(name: RuntimeName, member: string): string {
    const path: string = RUNTIME[name];
    const cut = path.lastIndexOf(".");
    this.imports.add(`from ${dotsToGenerated(this.place)}.${path.slice(0, cut)} import ${path.slice(cut + 1)} as ${name}`);
    return `${name}.${member}`;
  }

  /** An error class: `DecodeError`. */
  error(name: "DecodeError" | "EncodeError" | "LocatedError"): string {
    this.errors.add(name);
    return `_errors.${name}`;
  }

  /** A module of the standard library. */
  std(module: string): string {
    this.standard.add(module);
    return module;
  }

  /** The class of a type. */
  type = (id: TypeId): string => this.beside(id, this.model.className(id));
  read = (family: Family, id: TypeId): string => this.beside(id, `_read_${family}_${this.model.stem(id)}`);
  write = (family: Family, id: TypeId): string => this.beside(id, `_write_${family}_${this.model.stem(id)}`);
  /** A table of a type: `_COLOUR_NUMBERS`. */
  table = (id: TypeId, what: string): string => this.beside(id, `_${this.model.stem(id).toUpperCase()}_${what}`);
  /** A function of a type that is neither of the above: `_flag_set_of_colour`. */
  helper = (id: TypeId, what: string): string => this.beside(id, `_${what}_${this.model.stem(id)}`);

  /** A `struct.Struct` of this module. */
  struct(format: string): string {
    let name = this.structs.get(format);
    if (name === undefined) this.structs.set(format, (name = `_STRUCT_${this.structs.size + 1}`));
    return name;
  }

  /** A compiled pattern. */
  pattern(id: number): string {
    this.shared.add("_patterns");
    return `_patterns.PATTERN_${id}`;
  }

  /** The module that knows whether there is an accelerator. */
  acceleration(): string {
    this.shared.add("_acceleration");
    return "_acceleration";
  }

  structTables(): string[] {
    if (this.structs.size > 0) this.std("struct");
    return [...this.structs].map(([format, name]) => `${name} = struct.Struct("${format}")`);
  }

  /** Statements in the order of ruff's import rules. Ask last. */
  importLines(): { standard: string[]; relative: string[] } {
    if (this.errors.size > 0) this.imports.add(`from ${dotsToGenerated(this.place)}.codec import errors as _errors`);
    if (this.shared.size > 0) this.imports.add(`from ${dotsToGenerated(this.place)} import ${[...this.shared].sort().join(", ")}`);
    return {
      standard: [...this.standard].sort().map((module) => `import ${module}`),
      relative: [...this.imports].sort(byDistance),
    };
  }

  /** A name from the module in which a type stands. */
  private beside(id: TypeId, name: string): string {
    const { module } = this.model.types.get(id)!;
    if (module === this.module) return name;
    const path = this.model.path(module);
    const alias = this.aliases.get(module)!;
    this.imports.add(`from ${dotsToGenerated(this.place)}${path.slice(0, -1).join(".")} import ${path.at(-1)!} as ${alias}`);
    return `${alias}.${name}`;
  }
}

/** The furthest first, then by module and name. */
function byDistance(a: string, b: string): number {
  const [, dotsA = "", restA = ""] = /^from (\.+)(.*)$/.exec(a) ?? [];
  const [, dotsB = "", restB = ""] = /^from (\.+)(.*)$/.exec(b) ?? [];
  return dotsB.length - dotsA.length || compare(moduleOf(restA), moduleOf(restB)) || compare(restA, restB);
}

const moduleOf = (rest: string): string => rest.split(" ")[0]!;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
