/** One file of the module tree, while it is planned: how it says names, and what it must import for that. */
import type { TypeId } from "../../../ir/model.js";
import { importLines, compareImports } from "../layout.js";
import type { Names } from "../names.js";
import type { Natives } from "../native.js";
import { stringLiteral } from "../words.js";

/** Where the types of the standard library live. */
const STANDARD: Record<string, string> = { Cow: "std::borrow", BTreeMap: "std::collections", Duration: "std::time", SocketAddr: "std::net" };

export type Runtime = "check" | "json" | "read" | "write" | "DecodeError" | "EncodeError" | "ErrorPath" | "Extent" | "IntoOwned" | "JsonValue" | "Limit" | "Unknown";

export class ModuleScope {
  private readonly used = new Set<string>();
  private readonly imported = new Map<string, Set<string>>();
  private readonly taken: Set<string>;

  /** `runtime` is the path of the crate or module that the codecs stand on; `crate` that of the generated root. */
  constructor(
    readonly module: string,
    private readonly names: Names,
    private readonly natives: Natives,
    private readonly paths: { runtime: string; root: string },
    locals: Iterable<TypeId>,
  ) {
    this.taken = new Set([...locals].map((id) => names.type(id)));
  }

  /** A name of the runtime. */
  use(name: Runtime): string {
    this.used.add(name);
    return name;
  }

  /** A type of the spec, without its lifetime. */
  path(id: TypeId): string {
    const def = this.natives.def(id);
    const name = this.names.type(id);
    if (def.module === this.module) return name;
    const home = [this.paths.root, ...this.names.module(def.module)].join("::");
    const known = this.imported.get(home)?.has(name);
    if (!known && this.taken.has(name)) return `${home}::${name}`;
    this.taken.add(name);
    this.imported.set(home, (this.imported.get(home) ?? new Set()).add(name));
    return name;
  }

  /** A type of the spec, with its lifetime. */
  type = (id: TypeId): string => this.path(id) + (this.natives.borrows(id) ? "<'a>" : "");

  /** Notes what a type's spelling needs. */
  spelt(type: string): string {
    for (const name of Object.keys(STANDARD)) if (new RegExp(`\\b${name}\\b`).test(type) && !this.taken.has(name)) this.used.add(name);
    if (/\bJsonValue\b/.test(type)) this.use("JsonValue");
    return type;
  }

  /** `.field("name")?` */
  at(field: string | undefined): string {
    if (field === undefined) return "?";
    this.use("ErrorPath");
    return `.field(${stringLiteral(field)})?`;
  }

  importLines(): string[] {
    const groups = [this.standardImports(), this.runtimeImports(), this.crateImports()];
    return groups.filter((group) => group.length > 0).flatMap((group) => [...group, ""]);
  }

  private standardImports(): string[] {
    const homes = [...this.used].filter((name) => name in STANDARD).map((name) => `use ${STANDARD[name]}::${name};`);
    return homes.sort();
  }

  private runtimeImports(): string[] {
    const names = [...this.used].filter((name) => !(name in STANDARD));
    return names.length === 0 ? [] : importLines(this.paths.runtime, names);
  }

  private crateImports(): string[] {
    const imports = [...this.imported].map(([home, names]) => ({ home, names, path: `${home}::${names.size === 1 ? [...names][0]! : "{"}` }));
    return imports.sort((a, b) => comparePaths(a.path, b.path)).flatMap(({ home, names }) => importLines(home, names));
  }
}

/** rustfmt compares paths segment by segment, a list of names with its brace. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split("::"), b.split("::")];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareImports(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
