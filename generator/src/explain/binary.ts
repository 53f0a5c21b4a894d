/** Explains binary messages: rows of offsets, a section for each structure, union and bit field. */
import type { Family } from "../codec/model.js";
import type { Sizes } from "../codec/sizes.js";
import { nested } from "../check/expressions.js";
import type { Field, IntName, StructDef, TypeDef, TypeExpr, UnionDef } from "../ir/model.js";
import { describe, integer, integerSize, nameOf, prefixOf, type Types } from "./describe.js";
import { pieces } from "./boxes.js";
import { name, number, text, type Block, type Part, type Row, type Section } from "./explanation.js";
import { members } from "./members.js";

export interface Context {
  types: Types;
  sizes: Sizes;
}

/** The type's own section, then one for each of those inside it, each once. */
export function explainBinary(root: TypeDef, family: Exclude<Family, "json">, context: Context): Section[] {
  const shown = new Set<TypeDef>([root]);
  for (const type of shown) for (const next of insides(type, context.types)) shown.add(next);
  return Array.from(shown, (type) => ({ type, blocks: section(type, family, context) }));
}

function section(type: TypeDef, family: Exclude<Family, "json">, context: Context): Block[] {
  if (type.kind === "struct") return structure(type, family, context);
  if (type.kind === "union") return union(type, family, context);
  return type.kind === "bits" ? [members(type, context.types)] : [];
}

/** What has rows of its own and crosses as a part of this type. Embedded messages of other encodings are explained by themselves. */
function insides(type: TypeDef, types: Types): TypeDef[] {
  const expressions = type.kind === "struct" ? type.fields.map((field) => field.type) : [];
  const ids = expressions.flatMap((expression) => [...nested(expression)].flatMap((part) => (part.kind === "ref" ? [part.type] : [])));
  if (type.kind === "union") ids.push(...type.cases.flatMap((one) => (one.type === undefined || one.embedded ? [] : [one.type])));
  return ids.flatMap((id) => types.get(id) ?? []).filter(({ kind }) => kind === "struct" || kind === "union" || kind === "bits");
}

function structure(type: StructDef, family: Exclude<Family, "json">, context: Context): Block[] {
  const { sizes, types } = context;
  if (type.fields.length === 0) return [{ kind: "text", text: "Takes no bytes." }];
  const self: TypeExpr = { kind: "ref", type: type.id };
  const rows = new Rows(family, type.open, context);
  for (const field of type.fields) rows.addField(field);
  const drawn: Block = sizes.fixed(self, family) === null ? { kind: "strip", parts: rows.parts } : { kind: "diagram", pieces: pieces(self, "", family, sizes, types) };
  const open: Block[] = type.open ? [{ kind: "text", text: "Whatever follows in the window is kept.", quiet: true }] : [];
  return [drawn, { kind: "table", columns: [number("offset"), number("size"), name("field"), text("")], rows: rows.list }, ...open];
}

function union(type: UnionDef, family: Exclude<Family, "json">, { types }: Context): Block[] {
  const cases = type.cases.map((one): Row => {
    const text = one.type === undefined ? "nothing" : one.embedded ? describe({ kind: "sized", ...one.embedded, inner: { kind: "embedded", type: one.type } }, family, types) : nameOf(one.type, types);
    return { cells: [String(one.tag), one.name], text, ...note(one.doc.text) };
  });
  const size = integerSize(type.repr, family);
  const tag = { label: "tag", size: Number.isNaN(Number(size)) ? null : Number(size), says: integer(type.repr, family) };
  return [
    { kind: "strip", parts: [tag, { label: "the case", size: null, says: "as the tag says" }] },
    { kind: "text", text: `The tag (${integer(type.repr, family)}, ${size} ${size === "1" ? "byte" : "bytes"}), then the case:` },
    { kind: "table", columns: [number("tag"), name("case"), text("content")], rows: cases },
  ];
}

const note = (text: string): { note?: string } => (text === "" ? {} : { note: text });

/** Rows of one structure, which keep count of where they are. */
class Rows {
  readonly list: Row[] = [];
  readonly parts: Part[] = [];
  /** Bytes since the start, or since the last value of unknown size. */
  private offset = 0;
  /** The value of unknown size; the first row after it names it. */
  private anchor: { name: string; named: boolean } | undefined;

  constructor(
    private readonly family: Exclude<Family, "json">,
    private readonly open: boolean,
    private readonly context: Context,
  ) {}

  addField(field: Field): void {
    const { family, context } = this;
    const type = field.type;
    const presence = field.optional ? (family === "compact" && !this.open ? "00 if absent; 01 and " : "if bytes are left: ") : "";
    const name = field.optional ? `${field.name}?` : field.name;
    const extra = note(field.doc.text);
    const noun = type.kind === "list" || type.kind === "map" ? "count" : "length";
    const prefix = "framing" in type && presence === "" ? prefixOf(type.framing, type.limit, family, noun) : undefined;
    if (!prefix || !("framing" in type)) {
      const size = field.optional ? null : context.sizes.fixed(type, family);
      this.add(size, sizeText(type, family, size, field.optional), name, { name, text: presence + describe(type, family, context.types), extra });
      if (size === null) this.after(field.name);
      return;
    }
    const width = Number(prefix.size);
    this.add(Number.isNaN(width) ? null : width, prefix.size, noun, { name, text: prefix.text, extra: {} });
    if (Number.isNaN(width)) this.after(`its ${noun}`);
    const content = { ...type, framing: { kind: "rest" }, limit: { min: 0, max: null } } as TypeExpr;
    this.add(null, noun === "length" ? "length" : "", name, { name: "", text: contentOf(content, family, context.types), extra });
    this.after(field.name);
  }

  private add(size: number | null, sizeText: string, label: string, { name, text, extra }: { name: string; text: string; extra: { note?: string } }): void {
    this.list.push({ cells: [this.place(), sizeText, name], text, ...extra });
    this.parts.push({ label, size, says: text });
    this.offset += size ?? 0;
  }

  private after(name: string): void {
    this.anchor = { name, named: false };
    this.offset = 0;
  }

  private place(): string {
    if (!this.anchor) return String(this.offset);
    if (this.anchor.named) return `+${this.offset}`;
    this.anchor.named = true;
    return `after ${this.anchor.name}`;
  }
}

function sizeText(type: TypeExpr, family: Exclude<Family, "json">, size: number | null, optional: boolean): string {
  if (size !== null) return String(size);
  if (optional) return "";
  if (type.kind === "int") return integerSize(type.int, family);
  if (type.kind === "const" && type.of === "int") return String(varintSize(BigInt(type.value), type.int));
  return "framing" in type && type.framing.kind === "rest" ? "rest" : "";
}

/** Seven bits a byte, after zigzag for signed types. */
function varintSize(value: bigint, int: IntName): number {
  const plain = int.startsWith("u") ? value : value < 0n ? -2n * value - 1n : 2n * value;
  return Math.max(1, Math.ceil(plain.toString(2).length / 7));
}

/** What a prefix of length or count announces. */
function contentOf(type: TypeExpr, family: Family, types: Types): string {
  switch (type.kind) {
    case "text":
      return type.pattern === undefined ? "UTF-8" : `UTF-8, matches ${type.pattern}`;
    case "bytes":
      return "bytes";
    case "list":
      return `that many: ${describe(type.element, family, types)}`;
    case "map":
      return `that many, sorted by key: ${describe(type.key, family, types)}, then ${describe(type.value, family, types)}`;
    case "sized":
      return describe(type.inner, family, types);
    default:
      return describe(type, family, types);
  }
}
