/** What one generated module refers to: its own names, those of other modules, and the runtime. */
import { posix } from "node:path";
import type { TypeDef, TypeId } from "../../ir/model.js";
import { bracedList } from "./code.js";
import type { Names } from "./names.js";

type Namespace = "binary" | "codec" | "json";

/** Where the runtime keeps what generated code calls, from the folder that holds the generated one. */
const RUNTIME: Record<Namespace, string> = { binary: "codec/binary/index.js", codec: "codec/shared.js", json: "codec/json/index.js" };

export class ModuleScope {
  private readonly taken: Set<string>;
  /** True for those of which a value is used. */
  private readonly namespaces = new Map<Namespace, boolean>();
  /** By file: what is imported, and as what. */
  private readonly imports = new Map<string, Map<string, { name: string; alias: string; type: boolean }>>();
  private readonly patterns = new Set<string>();

  constructor(
    private readonly names: Names,
    private readonly types: ReadonlyMap<TypeId, TypeDef>,
    private readonly module: string,
  ) {
    this.taken = new Set(names.takenIn(module));
  }

  /** A function or constant of the runtime. */
  runtime(namespace: Namespace, name: string): string {
    this.namespaces.set(namespace, true);
    return `${namespace}.${name}`;
  }

  runtimeType(namespace: Namespace, name: string): string {
    if (!this.namespaces.has(namespace)) this.namespaces.set(namespace, false);
    return `${namespace}.${name}`;
  }


  /** A type, where no value of that name is needed. */
  type(id: TypeId): string {
    return this.named(id, this.names.type(id), `type ${id}`, true);
  }

  /** The constructor of a brand, or the constant beside an enum. */
  value(id: TypeId): string {
    return this.named(id, this.names.type(id), `type ${id}`, false);
  }

  function(id: TypeId, verb: Parameters<Names["function"]>[1]): string {
    return this.named(id, this.names.function(id, verb), `${verb} ${id}`, false);
  }

  pattern(id: number): string {
    const name = `pattern${id}`;
    this.patterns.add(name);
    return name;
  }

  /** A private name of the module. */
  own(wish: string): string {
    let name = wish;
    while (this.taken.has(name)) name += "_";
    this.taken.add(name);
    return name;
  }

  private named(id: TypeId, name: string, key: string, type: boolean): string {
    const { module } = this.types.get(id)!;
    if (module === this.module) return name;
    const file = this.names.file(module);
    const names = this.imports.get(file) ?? new Map<string, { name: string; alias: string; type: boolean }>();
    this.imports.set(file, names);
    const known = names.get(key);
    if (known) known.type &&= type;
    // No name of the spec, so no variable either, has a dollar sign.
    else names.set(key, { name, alias: this.own(this.taken.has(name) ? `${name}$` : name), type });
    return names.get(key)!.alias;
  }

  /** Import statements, each as lines. */
  importLines(): string[] {
    const here = posix.dirname(this.names.file(this.module));
    const to = (path: string): string => {
      const relative = posix.relative(here, path);
      return relative.startsWith(".") ? relative : `./${relative}`;
    };
    const runtime = [...this.namespaces].sort().map(([name, valued]) => `import ${valued ? "" : "type "}* as ${name} from "${to(`../${RUNTIME[name]}`)}";`);
    const patterns = this.patterns.size === 0 ? [] : bracedList("import", [...this.patterns].sort(byNumber), ` from "${to("patterns.js")}";`);
    const modules = [...this.imports].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([file, names]) => importsOf(to(`${file}.js`), [...names.values()]));
    return [...runtime, ...patterns, ...modules];
  }
}

function importsOf(file: string, names: { name: string; alias: string; type: boolean }[]): string[] {
  const items = (type: boolean): string[] =>
    names
      .filter((one) => one.type === type)
      .map(({ name, alias }) => (name === alias ? name : `${name} as ${alias}`))
      .sort((a, b) => (a < b ? -1 : 1));
  const types = items(true);
  const values = items(false);
  return [...(types.length > 0 ? bracedList("import type", types, ` from "${file}";`) : []), ...(values.length > 0 ? bracedList("import", values, ` from "${file}";`) : [])];
}

const byNumber = (a: string, b: string): number => Number(a.slice("pattern".length)) - Number(b.slice("pattern".length));
