/** What types are called in one .proto file, and which other files that takes. */
import type { IntName, Spec, TypeDef, TypeExpr, TypeId } from "../ir/model.js";
import { filePath, packageName } from "./names.js";

const INTEGERS: Record<IntName, string> = { u8: "uint32", u16: "uint32", u32: "uint32", u64: "uint64", i8: "int32", i16: "int32", i32: "int32", i64: "int64" };

/** Protobuf's own message without fields: a case without content. */
const EMPTY = { name: ".google.protobuf.Empty", file: "google/protobuf/empty.proto" };

export class TypeNames {
  private readonly files = new Set<string>();

  constructor(
    private readonly spec: Spec,
    private readonly types: ReadonlyMap<TypeId, TypeDef>,
    private readonly module: string,
  ) {}

  /** Files that what was asked for so far stands in, sorted. */
  imports(): string[] {
    return [...this.files].sort();
  }

  /** A message or enum. In its own file the name alone says which, unless it could be taken for one of protobuf's words, or for something that is closer. */
  of(id: TypeId, closer: ReadonlySet<string> = new Set()): string {
    const { module, name } = this.types.get(id)!;
    if (module !== this.module) this.files.add(filePath(this.spec, module));
    return module === this.module && /^[A-Z]/.test(name) && !closer.has(name) ? name : `.${packageName(this.spec, module)}.${name}`;
  }

  empty(): string {
    this.files.add(EMPTY.file);
    return EMPTY.name;
  }

  /** Messages may always be absent, so only simple values need to say it. */
  field(type: TypeExpr, optional: boolean): { label: string; type: string } {
    if (type.kind === "list" || type.kind === "array") return { label: "repeated ", type: this.single(type.element) };
    if (type.kind === "map") return { label: "", type: `map<${this.single(type.key)}, ${this.single(type.value)}>` };
    const named = type.kind === "ref" ? this.types.get(type.type)!.kind : undefined;
    const message = type.kind === "sized" || named === "struct" || named === "union";
    return { label: optional && !message ? "optional " : "", type: this.single(type) };
  }

  private single(type: TypeExpr): string {
    switch (type.kind) {
      case "int":
        return INTEGERS[type.int];
      case "float":
        return type.bits === 32 ? "float" : "double";
      case "bool":
        return "bool";
      case "text":
        return "string";
      case "bytes":
      case "fixedBytes":
        return "bytes";
      case "sized":
        return this.single(type.inner);
      case "ref":
      case "embedded":
        return this.of(type.type);
      default:
        throw new Error(`${type.kind} has no form in protobuf; the checks refuse it`);
    }
  }
}
