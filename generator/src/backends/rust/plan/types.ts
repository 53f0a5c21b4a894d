/** Declarations of the value types. */
import type { CodecModel } from "../../../codec/model.js";
import { constantsOf, spelled, type FixedValue } from "../../../ir/constants.js";
import type { BitsDef, BrandDef, Doc, EnumDef, FlagsDef, StructDef, TypeDef, TypeExpr, UnionDef } from "../../../ir/model.js";
import { uintFor } from "../codec/bits.js";
import { deprecation, docLines } from "../docs.js";
import { arm, fieldLines, literal } from "../layout.js";
import type { Names } from "../names.js";
import type { Natives } from "../native.js";
import { byteLiteral, stringLiteral } from "../words.js";
import type { ModuleScope } from "./scope.js";

export interface TypePlan {
  template: "struct" | "union" | "enum" | "open-enum" | "flags" | "brand";
  /** Doc comments and attributes, each a line. */
  head: string[];
  name: string;
  /** `PacketHeader` or `RpcRequest<'a>` */
  type: string;
  members: MemberPlan[];
  derives: string;
  /** The integer of an enum or of flags. */
  repr: string;
  /** Whether the members of an enum can be told apart by their names in JSON. */
  named: boolean;
  /** All flags, as a number. */
  mask: string;
  /** Those that the spec fixes, in an `impl` of their own. */
  constants: { header: string; items: { head: string[]; lines: string[] }[] } | undefined;
  /** Lines of an `impl` that frees the value from its input; empty if it is free. */
  owned: string[];
}

export interface MemberPlan {
  head: string[];
  name: string;
  type: string;
  /** Lines that declare a field. */
  field: string[];
  number: string;
  /** The name in JSON, as a literal. */
  text: string;
}

const marked = (lines: string[]): string[] => lines.map((line) => (line === "" ? "///" : `/// ${line}`));
const head = (doc: Doc, ...notes: string[]): string[] => [...marked(docLines(doc, ...notes)), ...deprecation(doc)];

export class TypePlanner {
  private readonly ownedInMaps: ReadonlySet<string>;

  constructor(
    private readonly names: Names,
    private readonly natives: Natives,
    model: CodecModel,
  ) {
    this.ownedInMaps = besideBorrowed(model, natives);
  }

  plan(def: TypeDef, scope: ModuleScope): TypePlan {
    const base = { head: head(def.doc), name: this.names.type(def.id), type: scope.type(def.id), repr: "", named: false, mask: "", constants: this.constants(def), owned: this.owned(def, scope) };
    switch (def.kind) {
      case "struct":
        return { ...base, template: "struct", derives: this.derives(def), members: this.structMembers(def, scope) };
      case "bits":
        return { ...base, template: "struct", derives: "Debug, Clone, Copy, PartialEq, Eq, Hash", members: this.bitsMembers(def, scope) };
      case "union":
        return { ...base, template: "union", derives: this.derives(def), members: this.cases(def, scope) };
      case "enum":
        return { ...base, template: def.open ? "open-enum" : "enum", derives: "", repr: def.repr, named: new Set(def.members.map(({ jsonName }) => jsonName)).size === def.members.length, members: this.variants(def) };
      case "flags":
        return { ...base, template: "flags", derives: "", repr: def.repr, mask: flagsMask(def), members: this.flags(def) };
      case "brand":
        return { ...base, template: "brand", derives: this.brandDerives(def), members: [{ ...NO_MEMBER, type: scope.spelt(this.natives.expression(def.type, def.id, scope.type)) }] };
    }
  }

  private constants(def: TypeDef): TypePlan["constants"] {
    const items = constantsOf(def).map(({ name, doc, value }) => ({ head: head(doc), lines: constantLines(this.names.constant(def.id, name), value) }));
    return items.length === 0 ? undefined : { header: `impl ${this.names.type(def.id)}${this.natives.borrows(def.id) ? "<'_>" : ""}`, items };
  }

  private derives(def: StructDef | UnionDef): string {
    return this.natives.exact(def.id) ? "Debug, Clone, PartialEq, Eq" : "Debug, Clone, PartialEq";
  }

  private brandDerives(def: BrandDef): string {
    const copied = ["text", "bytes"].includes(def.type.kind) ? "Debug, Clone" : "Debug, Clone, Copy";
    return this.natives.exact(def.id) ? `${copied}, PartialEq, Eq, PartialOrd, Ord, Hash` : `${copied}, PartialEq, PartialOrd`;
  }

  private structMembers(def: StructDef, scope: ModuleScope): MemberPlan[] {
    const members = def.fields
      .filter(({ type }) => type.kind !== "const" && type.kind !== "reserved")
      .map((field): MemberPlan => {
        const type = scope.spelt(this.natives.expression(field.type, def.id, scope.type));
        return { ...NO_MEMBER, head: head(field.doc, ...shapeNotes(field.type)), field: fieldLines(this.names.member(def.id, field.name), field.optional ? `Option<${type}>` : type) };
      });
    if (!def.open) return members;
    const type = `${scope.use("Unknown")}<'a>`;
    return [...members, { ...NO_MEMBER, head: ["/// What this generation of the type does not know."], field: fieldLines(this.names.unknown(def.id), type) }];
  }

  private bitsMembers(def: BitsDef, scope: ModuleScope): MemberPlan[] {
    return def.fields
      .filter(({ content }) => content.kind !== "const" && content.kind !== "reserved")
      .map(({ name, doc, width, content }) => ({
        ...NO_MEMBER,
        head: head(doc, ...(content.kind === "uint" ? [`${width} bits.`] : [])),
        field: fieldLines(this.names.member(def.id, name), "type" in content ? scope.type(content.type) : content.kind === "bool" ? "bool" : uintFor(width)),
      }));
  }

  private cases(def: UnionDef, scope: ModuleScope): MemberPlan[] {
    return def.cases.map(({ name, doc, type }) => {
      const payload = type === undefined ? "" : this.natives.boxed(def.id, type) ? `(Box<${scope.type(type)}>)` : `(${scope.type(type)})`;
      return { ...NO_MEMBER, head: head(doc), name: this.names.member(def.id, name), type: payload };
    });
  }

  private variants(def: EnumDef): MemberPlan[] {
    return def.members.map(({ name, jsonName, value, doc }) => ({ ...NO_MEMBER, head: head(doc), name: this.names.member(def.id, name), number: String(value), text: stringLiteral(jsonName) }));
  }

  private flags(def: FlagsDef): MemberPlan[] {
    return def.flags.map(({ name, jsonName, bit, doc }) => ({ ...NO_MEMBER, head: head(doc), name: this.names.member(def.id, name), number: `0x${(1n << BigInt(bit)).toString(16)}`, text: stringLiteral(jsonName) }));
  }

  private owned(def: TypeDef, scope: ModuleScope): string[] {
    const name = this.names.type(def.id);
    if (!this.natives.borrows(def.id)) {
      if (!this.ownedInMaps.has(def.id)) return [];
      return [`impl ${scope.use("IntoOwned")} for ${name} {`, "    type Owned = Self;", "", "    fn into_owned(self) -> Self {", "        self", "    }", "}"];
    }
    return [
      `impl ${scope.use("IntoOwned")} for ${name}<'_> {`,
      `    type Owned = ${name}<'static>;`,
      "",
      "    fn into_owned(self) -> Self::Owned {",
      ...this.ownedBody(def, name),
      "    }",
      "}",
    ];
  }

  private ownedBody(def: TypeDef, name: string): string[] {
    const freed = (place: string, borrows: boolean): string => (borrows ? `IntoOwned::into_owned(${place})` : place);
    if (def.kind === "union") {
      const arms = def.cases.flatMap(({ name: own, type }) => {
        const variant = this.names.member(def.id, own);
        if (type === undefined) return arm(12, `Self::${variant}`, `${name}::${variant}`);
        return arm(12, `Self::${variant}(value)`, `${name}::${variant}(${freed("value", this.natives.borrows(type))})`);
      });
      return ["        match self {", ...arms, "        }"];
    }
    if (def.kind === "brand") return [`        ${name}(IntoOwned::into_owned(self.0))`];
    if (def.kind !== "struct") throw new Error(`${def.id} borrows nothing`);
    const members = def.fields
      .filter(({ type }) => type.kind !== "const" && type.kind !== "reserved")
      .map((field) => {
        const member = this.names.member(def.id, field.name);
        return `${member}: ${freed(`self.${member}`, mentionsBorrow(this.natives, field.type))}`;
      });
    if (def.open) members.push(`${this.names.unknown(def.id)}: ${freed(`self.${this.names.unknown(def.id)}`, true)}`);
    return literal(8, "", name, members, "");
  }
}

function constantLines(name: string, value: FixedValue): string[] {
  const [type, literal] = constantParts(value);
  const line = `    pub const ${name}: ${type} = ${literal};`;
  // The formatter puts a text below only where it fits there.
  const fits = line.length <= 100 || (value.of === "text" && literal.length > 91);
  return fits ? [line] : [`    pub const ${name}: ${type} =`, `        ${literal};`];
}

function constantParts(value: FixedValue): [type: string, literal: string] {
  if (value.of === "int") return [value.int, spelled(value.value)];
  return value.of === "text" ? ["&'static str", stringLiteral(value.value)] : [`[u8; ${value.hex.length / 2}]`, `*${byteLiteral(value.hex)}`];
}

const NO_MEMBER: MemberPlan = { head: [], name: "", type: "", field: [], number: "", text: "" };

const flagsMask = (def: FlagsDef): string => `0x${def.flags.reduce((mask, { bit }) => mask | (1n << BigInt(bit)), 0n).toString(16)}`;

/** What a reader of the docs cannot see from the native type. */
function shapeNotes(type: TypeExpr): string[] {
  switch (type.kind) {
    case "int":
    case "float": {
      const bounds = type.min !== undefined || type.max !== undefined ? [`From ${type.min ?? "the least"} to ${type.max ?? "the greatest"}.`] : [];
      return type.unit === undefined ? bounds : [...bounds, `Unit: ${type.unit}.`];
    }
    case "text":
    case "bytes":
      return sizeNote(type.limit, "byte", "bytes");
    case "list":
      return sizeNote(type.limit, "element", "elements");
    case "map":
      return sizeNote(type.limit, "entry", "entries");
    default:
      return [];
  }
}

function sizeNote({ min, max }: { min: number; max: number | null }, one: string, many: string): string[] {
  const count = (number: number): string => `${number} ${number === 1 ? one : many}`;
  if (min === max) return [`Exactly ${count(min)}.`];
  if (max !== null) return [min === 0 ? `At most ${count(max)}.` : `From ${min} to ${count(max)}.`];
  return min === 0 ? [] : [`At least ${count(min)}.`];
}

function mentionsBorrow(natives: Natives, type: TypeExpr): boolean {
  switch (type.kind) {
    case "text":
    case "bytes":
    case "jsonValue":
      return true;
    case "list":
    case "array":
      return mentionsBorrow(natives, type.element);
    case "map":
      return mentionsBorrow(natives, type.key) || mentionsBorrow(natives, type.value);
    case "nullable":
    case "sized":
      return mentionsBorrow(natives, type.inner);
    case "ref":
    case "embedded":
      return natives.borrows(type.type);
    default:
      return false;
  }
}

/** Types without a borrow that stand in a map whose other side borrows: they are asked to become owned with it. */
function besideBorrowed(model: CodecModel, natives: Natives): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (type: TypeExpr): void => {
    if ("brand" in type && type.brand !== undefined) found.add(type.brand);
    if (type.kind === "ref" || type.kind === "embedded") found.add(type.type);
    for (const part of partsOf(type)) note(part);
  };
  const visit = (type: TypeExpr): void => {
    if (type.kind === "map" && mentionsBorrow(natives, type)) note(type);
    for (const part of partsOf(type)) visit(part);
  };
  for (const def of model.spec.types) if (def.kind === "struct") for (const { type } of def.fields) visit(type);
  return found;
}

function partsOf(type: TypeExpr): TypeExpr[] {
  if (type.kind === "list" || type.kind === "array") return [type.element];
  if (type.kind === "map") return [type.key, type.value];
  return type.kind === "nullable" || type.kind === "sized" ? [type.inner] : [];
}
