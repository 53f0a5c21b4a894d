/** Explains JSON messages by an example with notes beside it. */
import type { Field, StructDef, TypeDef, TypeExpr, UnionCase, UnionDef } from "../ir/model.js";
import { describe, type Types } from "./describe.js";
import type { ExampleLine, Section } from "./explanation.js";

type Line = ExampleLine;

/** An example of the type, spread over lines; unions get examples of their own below. */
export function explainJson(root: TypeDef, types: Types): Section[] {
  const pending = new Set<TypeDef>([root]);
  // The set grows while it is walked.
  return Array.from(pending, (type) => ({ type, blocks: [{ kind: "example", lines: new Example(types, pending, type).define() }] }));
}

class Example {
  /** Structures spelt out in this example; they are not repeated. */
  private readonly spelt = new Set<TypeDef>();

  constructor(
    private readonly types: Types,
    /** Unions that need an example of their own. */
    private readonly pending: Set<TypeDef>,
    private readonly root: TypeDef,
  ) {}

  define(): Line[] {
    if (this.root.kind === "struct") return this.struct(this.root, []);
    return this.root.kind === "union" ? this.union(this.root) : [];
  }

  private struct(type: StructDef, before: Line[][]): Line[] {
    this.spelt.add(type);
    const members = [...before, ...type.fields.filter((field) => field.type.kind !== "reserved").map((field) => this.member(field))];
    const last = type.open ? [[{ text: "…", note: "unknown members are kept" }]] : [];
    return braced("{", [...members, ...last], "}");
  }

  private member(field: Field): Line[] {
    const presence = field.optional ? "may be left out" : field.omitEmpty ? "left out when empty" : "";
    return prepend(`"${field.jsonName}": `, annotate(this.value(field.type), presence, field.doc.text));
  }

  private value(type: TypeExpr): Line[] {
    const { types } = this;
    switch (type.kind) {
      case "list":
      case "array":
        return annotate(braced("[", [this.value(type.element), ...(type.kind === "array" && type.size === 1 ? [] : [[{ text: "…", note: "" }]])], "]"), sizeNote(type), "");
      case "map": {
        const key = this.value(type.key)[0]!.text;
        return annotate(braced("{", [prepend(`${key.startsWith('"') ? key : `"${key}"`}: `, this.value(type.value)), [{ text: "…", note: "" }]], "}"), "sorted by key", "");
      }
      case "nullable":
        return annotate(this.value(type.inner), "or null", "");
      case "sized":
        return this.value(type.inner);
      case "ref":
      case "embedded": {
        const target = types.get(type.type);
        if (target?.kind === "struct")
          return this.spelt.has(target) ? [{ text: "{…}", note: `${target.name}, as above` }] : annotate(this.struct(target, []), target.name, "");
        if (target?.kind === "union") {
          this.pending.add(target);
          return [{ text: "{…}", note: `${target.name}, ${target === this.root ? "as above" : "below"}` }];
        }
        return [{ text: exampleOf(target), note: describe(type, "json", types) }];
      }
      default:
        return [{ text: simple(type), note: describe(type, "json", types) }];
    }
  }

  private union(type: UnionDef): Line[] {
    return type.cases.flatMap((one) => annotate(this.oneCase(type, one), one.doc.text, ""));
  }

  private oneCase({ tagging }: UnionDef, one: UnionCase): Line[] {
    const payload = one.type === undefined ? undefined : this.types.get(one.type);
    const content = (): Line[] => (payload?.kind === "struct" ? this.struct(payload, []) : this.value({ kind: "ref", type: one.type! }));
    const name = JSON.stringify(one.jsonName);
    const tag = (member: string): Line[] => [{ text: `"${member}": ${name}`, note: "" }];
    switch (tagging.style) {
      case "external":
        return payload ? braced("{", [prepend(`${name}: `, content())], "}") : [{ text: name, note: "" }];
      case "internal":
        return payload?.kind === "struct" ? this.struct(payload, [tag(tagging.tag)]) : braced("{", [tag(tagging.tag)], "}");
      case "adjacent":
        return braced("{", [tag(tagging.tag), ...(payload ? [prepend(`"${tagging.content}": `, content())] : [])], "}");
    }
  }
}

/** Puts parts between brackets, with commas and one step in. Short ones of one line each share it. */
function braced(open: string, parts: Line[][], close: string): Line[] {
  const comma = parts.map((part, index) => (index < parts.length - 1 ? [...part.slice(0, -1), { ...part.at(-1)!, text: `${part.at(-1)!.text},` }] : part));
  const flat = parts.every((part) => part.length === 1 && part[0]!.note === "");
  if (flat) return [{ text: `${open}${comma.map((part) => part[0]!.text).join(" ")}${close}`, note: "" }];
  if (open === "[" && parts.length <= 2 && parts[0]!.length === 1) return [{ text: `[${comma.map((part) => part[0]!.text).join(" ")}]`, note: parts[0]![0]!.note }];
  return [{ text: open, note: "" }, ...comma.flat().map(({ text, note }) => ({ text: `  ${text}`, note })), { text: close, note: "" }];
}

const prepend = (text: string, [first, ...others]: Line[]): Line[] => [{ text: text + first!.text, note: first!.note }, ...others];

function annotate([first, ...others]: Line[], what: string, doc: string): Line[] {
  const note = [first!.note, what].filter((part) => part !== "").join(", ");
  return [{ text: first!.text, note: doc === "" ? note : `${note}${note === "" ? "" : ". "}${doc}` }, ...others];
}

function sizeNote(type: Extract<TypeExpr, { kind: "list" | "array" }>): string {
  if (type.kind === "array") return `${type.size} of them`;
  const { min, max } = type.limit;
  if (max === null) return min > 0 ? `at least ${min} of them` : "";
  return min > 0 ? `${min} to ${max} of them` : `at most ${max} of them`;
}

function simple(type: TypeExpr): string {
  switch (type.kind) {
    case "int":
      return type.min !== undefined && BigInt(type.min) > 0n ? type.min : "0";
    case "float":
      return "0.5";
    case "bool":
      return "true";
    case "text":
      return '"…"';
    case "bytes":
    case "fixedBytes":
      return { hex: '"0a1b…"', base64: '"Chs…"', ints: "[10,27,…]" }[type.json];
    case "const":
      return type.of === "int" ? type.value : JSON.stringify(type.value);
    case "duration":
      return '{"secs": 1, "nanos": 500000000}';
    case "socketAddress":
      return '"192.0.2.1:80"';
    default:
      return "…";
  }
}

function exampleOf(type: TypeDef | undefined): string {
  if (type?.kind === "enum") return JSON.stringify(type.members[0]?.jsonName ?? "…");
  if (type?.kind === "flags") return `[${type.flags[0] ? `"${type.flags[0].jsonName}", ` : ""}…]`;
  if (type?.kind === "bits") return `{${type.fields.filter(({ content }) => content.kind !== "reserved" && content.kind !== "const").map(({ jsonName }) => `"${jsonName}": …`).join(", ")}}`;
  return "…";
}
