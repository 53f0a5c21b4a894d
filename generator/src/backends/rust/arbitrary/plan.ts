/** Arbitrary values of every type, for property tests and fuzzing: inside their bounds as far as a type knows them. */
import type { CodecModel } from "../../../codec/model.js";
import { solve } from "../../../codec/fixpoint.js";
import type { BitField, BitsDef, BrandDef, EnumDef, FlagsDef, StructDef, TypeDef, TypeExpr, TypeId, UnionDef } from "../../../ir/model.js";
import { uintFor } from "../codec/bits.js";
import { arm, implementation, literal, statement, type Call } from "../layout.js";
import { Names } from "../names.js";
import { Natives } from "../native.js";
import { stringLiteral } from "../words.js";

export interface ArbitraryPlan {
  impls: { header: string[]; body: string[] }[];
  /** Type ids and paths of the messages, as the macro lists them. */
  messages: { id: string; type: string }[];
}

const RESERVED: ReadonlySet<string> = new Set(["u", "unknown", "present"]);

export function planArbitrary(model: CodecModel, root: string): ArbitraryPlan {
  const planner = new Planner(model, root);
  return {
    impls: model.spec.types.map((def) => ({ header: planner.header(def), body: planner.body(def) })),
    messages: model.roots.map(({ type }) => ({ id: stringLiteral(type), type: planner.messagePath(type) })),
  };
}

class Planner {
  private readonly names: Names;
  private readonly natives: Natives;
  private readonly json: ReadonlySet<TypeId>;
  private readonly trailing: ReadonlySet<TypeId>;
  private readonly heights: ReadonlyMap<TypeId, number>;

  constructor(
    private readonly model: CodecModel,
    private readonly root: string,
  ) {
    this.names = new Names(model);
    this.natives = new Natives(model);
    this.json = new Set(model.units.filter(({ family }) => family === "json").map(({ type }) => type));
    this.trailing = new Set(model.units.filter((unit) => unit.kind === "struct" && unit.fields.some(({ presence }) => presence === "trailing")).map(({ type }) => type));
    this.heights = heights(model);
  }

  private path = (id: TypeId): string => [...this.names.module(this.natives.def(id).module), this.names.type(id)].join("::");

  messagePath = (id: TypeId): string => this.path(id);

  header(def: TypeDef): string[] {
    return implementation("impl<'a> Arbitrary<'a>", `${this.root}::${this.path(def.id)}${this.natives.borrows(def.id) ? "<'a>" : ""}`);
  }

  body(def: TypeDef): string[] {
    switch (def.kind) {
      case "struct":
        return this.struct(def);
      case "bits":
        return this.bits(def);
      case "union":
        return this.union(def);
      case "enum":
        return this.enumeration(def);
      case "flags":
        return this.flags(def);
      case "brand":
        return this.brand(def);
    }
  }

  private struct(def: StructDef): string[] {
    const fields = def.fields.filter(({ type }) => type.kind !== "const" && type.kind !== "reserved");
    const chained = this.trailing.has(def.id);
    const lines = fields.flatMap(({ name, type, optional }) => {
      const local = this.local(def, name);
      if (!optional) return this.bind(local, type, def.id);
      if (!chained) return statement(8, `let ${local} = `, { callee: "samples::one", args: ["u", { callee: "samples::optional", args: [this.pick(type, def.id)] }] }, "?");
      return ["        present = present && u.arbitrary()?;", ...statement(8, `let ${local} = `, { callee: "samples::when", args: ["u", "present", this.pick(type, def.id)] }, "?")];
    });
    if (chained) lines.unshift("        let mut present = true;");
    const members = fields.map(({ name }) => this.initialiser(def, name));
    if (def.open) {
      lines.push(`        let unknown = samples::unknown_${this.json.has(def.id) ? "members" : "bytes"}(u)?;`);
      const member = this.names.unknown(def.id);
      members.push(member === "unknown" ? member : `${member}: unknown`);
    }
    return [...lines, ...literal(8, "Ok(", "Self", members, ")")];
  }

  private bind(local: string, type: TypeExpr, owner: TypeId): string[] {
    const pick = this.pick(type, owner);
    return pick === ANY ? [`        let ${local} = u.arbitrary()?;`] : statement(8, `let ${local} = `, { callee: "samples::one", args: ["u", pick] }, "?");
  }

  /** A function that makes a value. */
  private pick(type: TypeExpr, owner: TypeId): string | Call {
    if ("brand" in type && type.brand !== undefined) return ANY;
    const nested = (part: TypeExpr): string | Call => this.pick(part, owner);
    const call = (name: string, ...args: (string | Call)[]): Call => ({ callee: `samples::${name}`, args });
    switch (type.kind) {
      case "int":
        return type.min === undefined && type.max === undefined ? ANY : call("between", type.min ?? `${type.int}::MIN`, type.max ?? `${type.int}::MAX`);
      case "float":
        return call(`f${type.bits}`, floatBound(type.min), floatBound(type.max), String(!this.json.has(owner)));
      case "text":
        return type.pattern === undefined
          ? call("text", ...sizes(type.limit))
          : call("text_matching", ...sizes(type.limit), `&${this.root}::patterns::PATTERN_${this.pattern(type.pattern)}`);
      case "bytes":
        return call("bytes", ...sizes(type.limit));
      case "list":
        return call("list", ...sizes(type.limit), nested(type.element));
      case "array":
        return call("array", nested(type.element));
      case "map":
        return call("map", ...sizes(type.limit), nested(type.key), nested(type.value));
      case "nullable":
        return call("optional", nested(type.inner));
      case "sized":
        return nested(type.inner);
      case "jsonValue":
        return "samples::json";
      case "duration":
        return "samples::duration";
      case "socketAddress":
        return "samples::socket_address";
      case "bool":
      case "fixedBytes":
      case "embedded":
      case "ref":
        return ANY;
      case "const":
      case "reserved":
        throw new Error(`${type.kind} has no value`);
    }
  }

  private pattern = (source: string): number => this.model.patterns.find((pattern) => pattern.source === source)?.id ?? 0;

  private bits(def: BitsDef): string[] {
    const fields = def.fields.filter(({ content }) => content.kind !== "const" && content.kind !== "reserved");
    const lines = fields.flatMap((field) => {
      const pick = this.bitsPick(field);
      const bind = `let ${this.local(def, field.name)} = `;
      return pick === ANY ? [`        ${bind}u.arbitrary()?;`] : statement(8, bind, { callee: "samples::one", args: ["u", pick] }, "?");
    });
    return [...lines, ...literal(8, "Ok(", "Self", fields.map(({ name }) => this.initialiser(def, name)), ")")];
  }

  private bitsPick({ content, width }: BitField): string {
    const greatest = (1n << BigInt(width)) - 1n;
    if (content.kind === "uint") return width === Number(uintFor(width).slice(1)) ? ANY : `samples::between(0, ${greatest})`;
    const type = content.kind === "enum" ? (this.natives.def(content.type) as EnumDef) : undefined;
    return type?.open && width < Number(type.repr.slice(1)) ? `samples::number(0, ${greatest})` : ANY;
  }

  /** When the bytes that choose run out, the first case is taken; so the first is one that ends soonest. */
  private union(def: UnionDef): string[] {
    const height = (type?: TypeId): number => (type === undefined ? 0 : this.heights.get(type)!);
    const cases = [...def.cases].sort((a, b) => height(a.type) - height(b.type));
    const arms = cases.flatMap(({ name, type }, index) => {
      const head = index === cases.length - 1 ? "_" : String(index);
      const variant = `Self::${this.names.member(def.id, name)}`;
      return arm(12, head, type === undefined ? variant : `${variant}(u.arbitrary()?)`);
    });
    if (cases.length === 1) return [`        Ok(${arms[0]!.trim().replace(/^_ => |,$/g, "")})`];
    return [`        Ok(match u.int_in_range(0..=${cases.length - 1})? {`, ...arms, "        })"];
  }

  private enumeration(def: EnumDef): string[] {
    const variants = def.members.map(({ name }) => `Self::${this.names.member(def.id, name)}`);
    if (def.open) return ["        Ok(Self::from(u.arbitrary::<" + def.repr + ">()?))"];
    if (variants.length === 1) return [`        Ok(${variants[0]})`];
    const arms = variants.flatMap((variant, index) => arm(12, index === variants.length - 1 ? "_" : String(index), variant));
    return [`        Ok(match u.int_in_range(0..=${variants.length - 1})? {`, ...arms, "        })"];
  }

  private flags(def: FlagsDef): string[] {
    if (def.flags.length === 0) return ["        Ok(Self::NONE)"];
    return [`        let bits = u.arbitrary::<${def.repr}>()?;`, "        Ok(Self::from_bits(bits & Self::ALL.bits()).unwrap_or_default())"];
  }

  private brand(def: BrandDef): string[] {
    const pick = this.pick(def.type, def.id);
    if (pick === ANY) return ["        u.arbitrary().map(Self)"];
    return [...statement(8, "let value = ", { callee: "samples::one", args: ["u", pick] }, "?"), "        Ok(Self(value))"];
  }

  private local(def: StructDef | BitsDef, name: string): string {
    const member = this.names.member(def.id, name);
    return RESERVED.has(member) ? `${member}_field` : member;
  }

  private initialiser(def: StructDef | BitsDef, name: string): string {
    const [member, local] = [this.names.member(def.id, name), this.local(def, name)];
    return member === local ? member : `${member}: ${local}`;
  }
}

const ANY = "Arbitrary::arbitrary";

const sizes = ({ min, max }: { min: number; max: number | null }): string[] => [String(min), String(max ?? "usize::MAX")];

function floatBound(bound: number | undefined): string {
  if (bound === undefined) return "None";
  return `Some(${Number.isInteger(bound) && Math.abs(bound) < 1e16 ? `${bound}.0` : bound})`;
}

/** How many types deep the shallowest value of a type goes. */
function heights(model: CodecModel): ReadonlyMap<TypeId, number> {
  const types = new Map(model.spec.types.map((type) => [type.id, type]));
  return solve(types.keys(), Infinity, (id, lookup) => {
    const def = types.get(id)!;
    const of = (type: TypeId): number => lookup(type) ?? 0;
    if (def.kind === "union") return 1 + Math.min(...def.cases.map(({ type }) => (type === undefined ? 0 : of(type))));
    if (def.kind !== "struct") return 0;
    return 1 + Math.max(0, ...def.fields.map(({ type, optional }) => (optional ? 0 : needed(type, of))));
  });
}

function needed(type: TypeExpr, of: (id: TypeId) => number): number {
  switch (type.kind) {
    case "ref":
    case "embedded":
      return of(type.type);
    case "sized":
      return needed(type.inner, of);
    case "array":
      return needed(type.element, of);
    case "list":
      return type.limit.min > 0 ? needed(type.element, of) : 0;
    case "map":
      return type.limit.min > 0 ? Math.max(needed(type.key, of), needed(type.value, of)) : 0;
    default:
      return 0;
  }
}
