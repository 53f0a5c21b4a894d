/** The codec model as the Python plans ask about it: what things are called, where they are, what they reach. */
import type { Codec, CodecModel, CodecUnit, Family, RootCodec } from "../../codec/model.js";
import { constantsOf } from "../../ir/constants.js";
import type { BitsDef, BrandDef, EnumDef, FlagsDef, StructDef, TypeDef, TypeId, UnionDef } from "../../ir/model.js";
import { caseNames, constantNames, fieldNames, functionNames, memberNames, segmentNames, typeNames } from "./names.js";

type Defs = { struct: StructDef; union: UnionDef; enum: EnumDef; flags: FlagsDef; bits: BitsDef; brand: BrandDef };

export class PythonModel {
  readonly types: ReadonlyMap<TypeId, TypeDef>;
  readonly roots: ReadonlyMap<TypeId, RootCodec>;
  private readonly units: ReadonlyMap<string, CodecUnit>;
  private readonly classes = new Map<TypeId, string>();
  private readonly functions = new Map<TypeId, string>();
  private readonly members = new Map<TypeId, Map<string, string>>();
  private readonly constants = new Map<TypeId, Map<string, string>>();
  private readonly segments = new Map<string, string>();
  private readonly deep: ReadonlySet<string>;
  private readonly besideTag: ReadonlySet<TypeId>;

  constructor(readonly source: CodecModel) {
    this.types = new Map(source.types.map((type) => [type.id, type]));
    this.roots = new Map(source.roots.map((root) => [root.type, root]));
    this.units = new Map(source.units.map((unit) => [keyOf(unit), unit]));
    this.nameModules();
    for (const ids of this.modules().values()) this.nameTypes(ids);
    this.deep = depthSensitive(source.units);
    this.besideTag = new Set(source.units.flatMap((unit) => (unit.kind === "union" && unit.tagging?.style === "internal" ? unit.cases.flatMap((one) => one.payload ?? []) : [])));
  }

  /** Types by spec module, in id order of the modules and dependency order within. */
  modules(): Map<string, TypeDef[]> {
    const modules = new Map<string, TypeDef[]>();
    for (const module of [...new Set(this.source.types.map((type) => type.module))].sort()) modules.set(module, []);
    for (const type of this.source.types) modules.get(type.module)!.push(type);
    return modules;
  }

  def<Kind extends keyof Defs>(kind: Kind, id: TypeId): Defs[Kind] {
    const def = this.types.get(id);
    if (def?.kind !== kind) throw new Error(`${id} is not a ${kind}`);
    return def as Defs[Kind];
  }

  unit(family: Family, id: TypeId): CodecUnit {
    const unit = this.units.get(`${family} ${id}`);
    if (!unit) throw new Error(`there is no ${family} codec of ${id}`);
    return unit;
  }

  unitsOf(id: TypeId): CodecUnit[] {
    return (["fixed", "compact", "json"] as const).flatMap((family) => this.units.get(`${family} ${id}`) ?? []);
  }

  className = (id: TypeId): string => this.classes.get(id)!;
  /** `packet_header`: what functions and tables of a type are called after. */
  stem = (id: TypeId): string => this.functions.get(id)!;
  /** A field's attribute, a case's class, a flag's or enum member's constant. */
  member = (id: TypeId, name: string): string => this.members.get(id)!.get(name)!;
  /** What a field that always holds the same holds. */
  constant = (id: TypeId, name: string): string => this.constants.get(id)!.get(name)!;
  /** A spec module as Python's: `["wire", "packet"]`. */
  path = (module: string): string[] => module.split(".").map((_, index, parts) => this.segments.get(parts.slice(0, index + 1).join("."))!);

  /** Entering it, or something inside it, counts towards the greatest depth. */
  countsDepth = (family: Family, id: TypeId): boolean => this.deep.has(`${family} ${id}`);
  /** Its members may stand in an object that a union's tag began. */
  standsBesideTag = (id: TypeId): boolean => this.besideTag.has(id);
  /** It keeps what it does not know. */
  isOpen = (id: TypeId): boolean => this.unitsOf(id).some((unit) => unit.kind === "struct" && unit.open);

  private nameModules(): void {
    const children = new Map<string, Set<string>>();
    for (const { module } of this.source.types) {
      const parts = module.split(".");
      parts.forEach((part, index) => {
        const parent = parts.slice(0, index).join(".");
        if (!children.has(parent)) children.set(parent, new Set());
        children.get(parent)!.add(part);
      });
    }
    for (const [parent, parts] of children) {
      const names = segmentNames([...parts].sort().map((part) => [part, part]));
      for (const [part, name] of names) this.segments.set(parent === "" ? part : `${parent}.${part}`, name);
    }
  }

  private nameTypes(types: TypeDef[]): void {
    const byName = [...types].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const [id, name] of typeNames(byName.map((type) => [type.id, type.name]))) this.classes.set(id, name);
    for (const [id, name] of functionNames(byName.map((type) => [type.id, this.className(type.id)]))) this.functions.set(id, name);
    for (const type of types) this.constants.set(type.id, constantNames(constantsOf(type).map(({ name }) => [name, name])));
    for (const type of types) this.members.set(type.id, membersOf(type, this.className(type.id)));
  }
}

function membersOf(type: TypeDef, className: string): Map<string, string> {
  const named = (items: { name: string }[]): [string, string][] => items.filter(({ name }) => name !== "").map(({ name }) => [name, name]);
  switch (type.kind) {
    case "struct":
      return fieldNames(named(type.fields));
    case "bits":
      return fieldNames(named(type.fields));
    case "union":
      return caseNames(named(type.cases), className);
    case "enum":
      return memberNames(named(type.members));
    case "flags":
      return memberNames(named(type.flags));
    case "brand":
      return new Map();
  }
}

const keyOf = ({ family, type }: { family: Family; type: TypeId }): string => `${family} ${type}`;

/** Units that are, or hold, something that counts towards the greatest depth. */
function depthSensitive(units: CodecUnit[]): Set<string> {
  const deep = new Set(units.filter((unit) => unit.recursionHead || (unit.family === "json" && unit.kind === "struct" && unit.open)).map(keyOf));
  for (let size = -1; size !== deep.size; ) {
    size = deep.size;
    for (const unit of units) if (codecsOf(unit).some((codec) => isDeep(codec, deep))) deep.add(keyOf(unit));
  }
  return deep;
}

function codecsOf(unit: CodecUnit): Codec[] {
  if (unit.kind === "struct") return unit.fields.map((field) => field.codec);
  return unit.kind === "union" ? unit.cases.flatMap((one) => one.codec ?? []) : [];
}

function isDeep(codec: Codec, deep: ReadonlySet<string>): boolean {
  switch (codec.op) {
    case "jsonValue":
      return true;
    case "unit":
      return deep.has(keyOf(codec));
    case "list":
    case "array":
      return isDeep(codec.element, deep);
    case "map":
      return isDeep(codec.key, deep) || isDeep(codec.value, deep);
    case "nullable":
      return isDeep(codec.inner, deep);
    case "window":
      return isDeep(codec.content, deep);
    default:
      return false;
  }
}

