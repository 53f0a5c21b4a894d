/** The peer's conversions between native values and neutral JSON. */
import type { CodecModel } from "../../../codec/model.js";
import type { BitsDef, BrandDef, EnumDef, Field, FlagsDef, StructDef, TypeDef, TypeExpr, UnionDef } from "../../../ir/model.js";
import { snakeCase } from "../../../names/words.js";
import { assignNames } from "../../../names/table.js";
import { arm, array, implementation, importLines, literal, literals, statement } from "../layout.js";
import { Names, groupBy } from "../names.js";
import { Natives } from "../native.js";
import { KEYWORDS, stringLiteral } from "../words.js";

export interface PeerPlan {
  modules: PeerModule[];
  /** The table of the messages' ids. */
  types: string[];
  roots: { arm: { encode: string[]; decode: string[] } }[];
}

export interface PeerModule {
  /** Of the spec. */
  module: string;
  /** Of the file. */
  name: string;
  imports: string[];
  conversions: Conversion[];
}

export interface Conversion {
  /** `impl Neutral for sdk::wire::packet::PacketHeader {` */
  header: string[];
  from: string[];
  to: string[];
}

export function planPeer(model: CodecModel): PeerPlan {
  const names = new Names(model);
  const natives = new Natives(model);
  const kept = new KeptForms(model);
  const path = (def: TypeDef): string => ["sdk", ...names.module(def.module), names.type(def.id)].join("::");
  const byModule = groupBy(model.spec.types, ({ module }) => module);
  const files = assignNames([...byModule.keys()].map((module) => [module, snakeCase(module)] as const), new Set([...KEYWORDS, "mod"]));
  const modules = [...byModule].map(([module, defs]): PeerModule => {
    const scope = new PeerScope(names, kept);
    const conversions = defs.map((def) => ({ header: implementation("impl Neutral", path(def) + (natives.borrows(def.id) ? "<'_>" : "")), ...scope.convert(def) }));
    return { module, name: files.get(module)!, imports: scope.importLines(), conversions };
  });
  const roots = model.roots.map(({ type }) => {
    const native = path(natives.def(type));
    const label = stringLiteral(type);
    return { arm: { encode: callArm(label, "encoded", "value", `${native}::encode`), decode: callArm(label, "decoded", "bytes", `${native}::decode`) } };
  });
  const types = literals(0, "pub const TYPES: &[&str] = &", model.roots.map(({ type }) => stringLiteral(type)), ";");
  return { modules, types, roots };
}

function callArm(label: string, callee: string, input: string, path: string): string[] {
  const lines = statement(12, "", { callee, args: [input, path] }, "", "");
  return lines.length === 1 ? arm(8, label, lines[0]!.trim()) : [`        ${label} => ${callee}(`, ...[input, path].map((arg) => `            ${arg},`), "        ),"];
}

const FROM = "Neutral::from_neutral";
const TO = "Neutral::to_neutral";
const RESERVED: ReadonlySet<string> = new Set(["case", "object", "out", "set", "unknown", "value"]);

/** One file of conversions, and what it imports. */
class PeerScope {
  private readonly used = new Set(["Neutral", "Refusal", "Text"]);

  constructor(
    private readonly names: Names,
    private readonly kept: KeptForms,
  ) {}

  importLines(): string[] {
    return ["use crate::json::Json;", ...importLines("crate::neutral", this.used)];
  }

  convert(def: TypeDef): { from: string[]; to: string[] } {
    switch (def.kind) {
      case "struct":
        return this.inMessage(def, this.struct(def));
      case "bits":
        return this.bits(def);
      case "union":
        return this.inMessage(def, this.union(def));
      case "enum":
        return this.enumeration(def);
      case "flags":
        return this.flags(def);
      case "brand":
        return this.brand(def);
    }
  }

  private use(name: string): string {
    this.used.add(name);
    return name;
  }

  /** A function from neutral JSON. The trait knows all types but fixed bytes and arrays, which look alike to it. */
  private reader(type: TypeExpr): string {
    if (!special(type)) return FROM;
    switch (type.kind) {
      case "fixedBytes":
        return this.use("fixed_bytes");
      case "array":
        return `${this.use("array_of")}(${this.reader(type.element)})`;
      case "list":
        return `${this.use("list_of")}(${this.reader(type.element)})`;
      case "map":
        return `${this.use("map_of")}(${this.reader(type.key)}, ${this.reader(type.value)})`;
      case "nullable":
        return `${this.use("nullable_of")}(${this.reader(type.inner)})`;
      case "sized":
        return this.reader(type.inner);
      default:
        throw new Error(`${type.kind} is known to the trait`);
    }
  }

  /** A function to neutral JSON. */
  private writer(type: TypeExpr): string {
    if (!special(type)) return TO;
    switch (type.kind) {
      case "fixedBytes":
        return this.use("hex");
      case "array":
        return `${this.use("array_to")}(${this.writer(type.element)})`;
      case "list":
        return `${this.use("list_to")}(${this.writer(type.element)})`;
      case "map":
        return `${this.use("map_to")}(${this.writer(type.key)}, ${this.writer(type.value)})`;
      case "nullable":
        return `${this.use("nullable_to")}(${this.writer(type.inner)})`;
      case "sized":
        return this.writer(type.inner);
      default:
        throw new Error(`${type.kind} is known to the trait`);
    }
  }

  private struct(def: StructDef): { from: string[]; to: string[] } {
    const known = def.fields.map(({ name }) => stringLiteral(name));
    if (def.open) known.push('"$unknown"');
    const members = def.fields.filter(hasValue).map((field) => this.initialiser(def, field.name));
    const unknown = def.open ? this.names.unknown(def.id) : "";
    const form = this.kept.of(def);
    if (def.open) members.push(unknown === "unknown" ? unknown : `${unknown}: unknown`);
    const from = [
      ...objectLines(this.use("Object"), known),
      ...def.fields.flatMap((field) => this.readField(def, field)),
      ...(def.open ? statement(8, "let unknown = ", { callee: "object.unknown", args: [this.use(form ?? "bytes_or_members")] }, "?") : []),
      ...literal(8, "Ok(", "Self", members, ")"),
    ];
    const to = [
      "        out.open('{');",
      ...def.fields.filter(hasValue).flatMap((field) => {
        const args = [stringLiteral(field.name), `&self.${this.names.member(def.id, field.name)}`, this.writer(field.type)];
        return statement(8, "", { callee: `out.${field.optional ? "optional" : "member"}`, args }, "");
      }),
      ...(def.open ? [`        out.unknown${form === undefined ? "" : `_${form}`}(&self.${unknown});`] : []),
      "        out.close('}');",
    ];
    return { from, to };
  }

  /** Of a message with an encoding of its own, structures inside that stand in others as well keep what it keeps. */
  private inMessage(def: StructDef | UnionDef, { from, to }: { from: string[]; to: string[] }): { from: string[]; to: string[] } {
    if (!def.root || !this.kept.varies) return { from, to };
    const kept = `${this.use("Kept")}::${def.root.encoding === "json" ? "Members" : "Bytes"}`;
    return { from, to: [`        let outer = out.enter(${kept});`, ...to, "        out.enter(outer);"] };
  }

  private readField(def: StructDef, { name, type, optional }: Field): string[] {
    const label = stringLiteral(name);
    if (type.kind === "reserved") return [`        object.reserved(${label}, ${type.size})?;`];
    if (type.kind === "const") {
      const wide = type.of !== "int" || ["u64", "i64"].includes(type.int);
      return statement(8, "", { callee: "object.constant", args: [label, `&Json::${wide ? "Text" : "Number"}(${stringLiteral(type.value)}.into())`] }, "?");
    }
    return statement(8, `let ${this.local(def, name)} = `, { callee: `object.${optional ? "optional" : "required"}`, args: [label, this.reader(type)] }, "?");
  }

  private local(def: StructDef | BitsDef, name: string): string {
    const member = this.names.member(def.id, name);
    return RESERVED.has(member) ? `${member}_field` : member;
  }

  private initialiser(def: StructDef | BitsDef, name: string): string {
    const [member, local] = [this.names.member(def.id, name), this.local(def, name)];
    return member === local ? member : `${member}: ${local}`;
  }

  private bits(def: BitsDef): { from: string[]; to: string[] } {
    const fields = def.fields.filter(({ content }) => content.kind !== "reserved");
    const valued = fields.filter(({ content }) => content.kind !== "const");
    const from = [
      ...objectLines(this.use("Object"), fields.map(({ name }) => stringLiteral(name))),
      ...fields.flatMap(({ name, content }) =>
        content.kind === "const"
          ? statement(8, "", { callee: "object.constant", args: [stringLiteral(name), `&Json::Number(${stringLiteral(String(content.value))}.into())`] }, "?")
          : statement(8, `let ${this.local(def, name)} = `, { callee: "object.required", args: [stringLiteral(name), FROM] }, "?"),
      ),
      ...literal(8, "Ok(", "Self", valued.map(({ name }) => this.initialiser(def, name)), ")"),
    ];
    const to = [
      "        out.open('{');",
      ...valued.flatMap(({ name }) => statement(8, "", { callee: "out.member", args: [stringLiteral(name), `&self.${this.names.member(def.id, name)}`, TO] }, "")),
      "        out.close('}');",
    ];
    return { from, to };
  }

  private union(def: UnionDef): { from: string[]; to: string[] } {
    const variant = (name: string): string => `Self::${this.names.member(def.id, name)}`;
    this.use("case");
    this.use("unknown_variant");
    const from = def.cases.flatMap(({ name, type }) =>
      type === undefined
        ? [`            ${stringLiteral(name)} => {`, `                ${this.use("unit")}(value)?;`, `                ${variant(name)}`, "            }"]
        : arm(12, stringLiteral(name), `${variant(name)}(${FROM}(value)?)`),
    );
    const to = def.cases.flatMap(({ name, type }) =>
      type === undefined ? arm(12, variant(name), `out.unit_case(${stringLiteral(name)})`, ";") : arm(12, `${variant(name)}(value)`, `out.case(${stringLiteral(name)}, value, ${TO})`, ";"),
    );
    return {
      from: ["        let (case, value) = case(value)?;", "        Ok(match case {", ...from, "            _ => return unknown_variant(),", "        })"],
      to: ["        match self {", ...to, "        }"],
    };
  }

  private enumeration(def: EnumDef): { from: string[]; to: string[] } {
    const variant = (name: string): string => `Self::${this.names.member(def.id, name)}`;
    this.use("name");
    this.use("numbered");
    const rest = def.open ? `numbered(value, |number: ${def.repr}| Some(Self::from(number)))` : "numbered(value, Self::from_number)";
    return {
      from: [
        "        match name(value) {",
        ...def.members.flatMap(({ name }) => arm(12, `Some(${stringLiteral(name)})`, `Ok(${variant(name)})`)),
        `            _ => ${rest},`,
        "        }",
      ],
      to: [
        "        match self {",
        ...def.members.flatMap(({ name }) => arm(12, variant(name), `out.string(${stringLiteral(name)})`, ";")),
        ...(def.open ? ["            _ => self.number().to_neutral(out),"] : []),
        "        }",
      ],
    };
  }

  private flags(def: FlagsDef): { from: string[]; to: string[] } {
    this.use("flag_names");
    this.use("unknown_flag");
    const constant = (name: string): string => `Self::${this.names.member(def.id, name)}`;
    return {
      from: [
        "        let mut set = Self::NONE;",
        "        for name in flag_names(value)? {",
        "            set |= match name {",
        ...def.flags.flatMap(({ name }) => arm(16, stringLiteral(name), constant(name))),
        "                _ => return unknown_flag(),",
        "            };",
        "        }",
        "        Ok(set)",
      ],
      to: array(8, "out.flags(&", def.flags.map(({ name }) => ({ callee: "", args: [stringLiteral(name), `self.contains(${constant(name)})`] })), ");"),
    };
  }

  private brand(def: BrandDef): { from: string[]; to: string[] } {
    return { from: [`        ${this.reader(def.type)}(value).map(Self)`], to: [`        ${this.writer(def.type)}(&self.0, out);`] };
  }
}

/** What open structures keep: bytes in binary messages, members in JSON. */
class KeptForms {
  private readonly families = new Map<string, Set<"bytes" | "members">>();

  constructor({ units }: CodecModel) {
    for (const unit of units)
      if (unit.kind === "struct" && unit.open) this.families.set(unit.type, (this.families.get(unit.type) ?? new Set()).add(unit.family === "json" ? "members" : "bytes"));
  }

  /** Whether some structure keeps now the one, now the other. */
  get varies(): boolean {
    return [...this.families.values()].some(({ size }) => size > 1);
  }

  /** Undefined if it depends on the message that the structure stands in. */
  of({ id }: StructDef): "bytes" | "members" | undefined {
    const [form, other] = this.families.get(id) ?? ["bytes"];
    return other === undefined ? form : undefined;
  }
}

const hasValue = ({ type }: Field): boolean => type.kind !== "const" && type.kind !== "reserved";

/** Whether a type has fixed bytes or an array in it that is not part of another named type. */
function special(type: TypeExpr): boolean {
  switch (type.kind) {
    case "fixedBytes":
      return type.brand === undefined;
    case "array":
      return true;
    case "list":
      return special(type.element);
    case "map":
      return special(type.key) || special(type.value);
    case "nullable":
    case "sized":
      return special(type.inner);
    default:
      return false;
  }
}

function objectLines(object: string, known: string[]): string[] {
  if (known.length === 0) return [`        ${object}::of(value, &[])?;`];
  return [...literals(8, "const KNOWN: &[&str] = &", known, ";"), `        let object = ${object}::of(value, KNOWN)?;`];
}
