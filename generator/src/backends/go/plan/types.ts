/** What users see: the types of one module, as plain data for the templates. */
import type { RootCodec } from "../../../codec/model.js";
import { constantsOf, spelled, type FixedValue } from "../../../ir/constants.js";
import type { BitsDef, BrandDef, EnumDef, Field, FlagsDef, StructDef, TypeDef, TypeExpr, UnionDef } from "../../../ir/model.js";
import { docLines } from "../docs.js";
import { columns, literal } from "../format.js";
import { intType, shapeOfType } from "../native.js";
import { ownsPayload } from "../names.js";
import type { Context } from "./context.js";
import { uintFor } from "./choices.js";


/** Rows of a declaration, with the comments before them. gofmt lines up what no comment parts. */
export interface Row {
  doc: string[];
  line: string;
}

export interface TypePlan {
  template: "struct" | "brand" | "enum" | "flags" | "union";
  name: string;
  doc: string[];
  [key: string]: unknown;
}

export function typePlans(type: TypeDef, ctx: Context): TypePlan[] {
  switch (type.kind) {
    case "struct":
      return [structPlan(type, ctx)];
    case "bits":
      return [bitsPlan(type, ctx)];
    case "brand":
      return [brandPlan(type, ctx)];
    case "enum":
      return [enumPlan(type, ctx)];
    case "flags":
      return [flagsPlan(type, ctx)];
    case "union":
      return [unionPlan(type, ctx)];
  }
}

const typeDoc = (type: TypeDef, ctx: Context, notes: string[] = []): string[] => docLines(type.doc, `${ctx.names.type(type.id)} is ${type.id} of the spec.`, notes);

function structPlan(type: StructDef, ctx: Context): TypePlan {
  const rows: { doc: string[]; cells: string[] }[] = [];
  for (const field of type.fields) {
    const shape = shapeOfType(field.type);
    if (shape.kind === "hidden") continue;
    const go = field.optional ? ctx.native.optional(shape) : ctx.native.type(shape);
    rows.push({ doc: docLines(field.doc, undefined, fieldNotes(field)), cells: [ctx.names.field(type.id, field.name), go] });
  }
  if (type.open) rows.push({ doc: ["// What a newer version of the type has added, as it was received."], cells: [ctx.names.unknown(type.id), "[]byte"] });
  return { template: "struct", name: ctx.names.type(type.id), doc: typeDoc(type, ctx), rows: spread(rows), markers: markers(type, ctx), constants: constantRows(type, ctx), empty: rows.length === 0 };
}

function constantRows(type: StructDef | BitsDef, ctx: Context): Row[] {
  return spread(constantsOf(type).map(({ name, doc, value }) => ({ doc: docLines(doc), cells: [ctx.names.constant(type.id, name), constantValue(value)] })));
}

function constantValue(value: FixedValue): string {
  if (value.of === "int") return `${intType(value.int)} = ${spelled(value.value)}`;
  return `= ${value.of === "text" ? literal(value.value) : byteString(value.hex)}`;
}

/** Bytes as a string, which a constant can be. */
const byteString = (hex: string): string => `"${[...Buffer.from(hex, "hex")].map(spelledByte).join("")}"`;

function spelledByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[ !#-[\]-~]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
}

/** What Go's type of a field does not say. */
function fieldNotes({ type, optional, omitEmpty }: Field): string[] {
  const notes: string[] = [];
  const unit = unitOf(type);
  if (unit !== undefined) notes.push(`Unit: ${unit}.`);
  if (optional) notes.push("nil: absent.");
  if (type.kind === "nullable") notes.push("nil: null.");
  if (omitEmpty) notes.push("Left out when empty.");
  return notes;
}

function unitOf(type: TypeExpr): string | undefined {
  if (type.kind === "nullable") return unitOf(type.inner);
  return type.kind === "int" || type.kind === "float" ? type.unit : undefined;
}

function bitsPlan(type: BitsDef, ctx: Context): TypePlan {
  const rows = type.fields.flatMap((field) => {
    const { content } = field;
    if (content.kind === "reserved" || content.kind === "const") return [];
    const go = content.kind === "uint" ? uintFor(field.width) : content.kind === "bool" ? "bool" : ctx.names.type(content.type);
    const notes = content.kind === "uint" ? [`${field.width} bits.`] : [];
    return [{ doc: docLines(field.doc, undefined, notes), cells: [ctx.names.field(type.id, field.name), go] }];
  });
  return { template: "struct", name: ctx.names.type(type.id), doc: typeDoc(type, ctx), rows: spread(rows), markers: [], constants: constantRows(type, ctx), empty: rows.length === 0 };
}

function brandPlan(type: BrandDef, ctx: Context): TypePlan {
  return { template: "brand", name: ctx.names.type(type.id), doc: typeDoc(type, ctx), type: ctx.native.type(shapeOfType(type.type)) };
}

function enumPlan(type: EnumDef, ctx: Context): TypePlan {
  const name = ctx.names.type(type.id);
  const rows = type.members.map((member) => ({
    doc: docLines(member.doc, undefined),
    cells: [ctx.names.constant(type.id, member.name), name, `= ${member.value}`],
  }));
  const signed = type.repr.startsWith("i");
  return {
    template: "enum",
    name,
    doc: typeDoc(type, ctx, type.open ? ["A number without a name is kept."] : []),
    type: intType(type.repr),
    rows: together(rows),
    members: type.members.map((member) => ({ constant: ctx.names.constant(type.id, member.name), text: JSON.stringify(member.name) })),
    number: signed ? "strconv.FormatInt(int64(x), 10)" : "strconv.FormatUint(uint64(x), 10)",
  };
}

function flagsPlan(type: FlagsDef, ctx: Context): TypePlan {
  const name = ctx.names.type(type.id);
  const rows = type.flags.map((flag) => ({
    doc: docLines(flag.doc, undefined),
    cells: [ctx.names.constant(type.id, flag.name), name, `= 0x${(1n << BigInt(flag.bit)).toString(16)}`],
  }));
  return {
    template: "flags",
    name,
    doc: typeDoc(type, ctx),
    type: intType(type.repr),
    rows: together(rows),
    members: type.flags.map((flag) => ({ constant: ctx.names.constant(type.id, flag.name), text: JSON.stringify(flag.name) })),
  };
}

function unionPlan(type: UnionDef, ctx: Context): TypePlan {
  const name = ctx.names.type(type.id);
  const marker = ctx.names.caseInterface(type.id);
  const cases = type.cases.map((one) => {
    const caseType = ctx.names.caseType(type.id, one.name);
    const payload = one.type === undefined ? undefined : ctx.lookup.types.get(one.type)!;
    const own = payload !== undefined && ownsPayload(type, one.name, payload);
    return {
      name: caseType,
      // A struct written in place is declared where all structs are.
      declared: !own,
      type: payload ? ctx.names.type(payload.id) : "struct{}",
      doc: docLines(one.doc, `${caseType} is the case ${one.name} of [${name}].`),
      method: markerMethod(caseType, marker),
    };
  });
  return {
    template: "union",
    name,
    doc: typeDoc(type, ctx),
    interface: marker,
    names: cases.map((one) => `*${one.name}`).join(", "),
    cases: cases.filter(({ declared }) => declared),
    markers: markers(type, ctx),
  };
}

/** Which unions' cases a struct is, as it was written in place for them. */
function markers(type: StructDef | UnionDef, ctx: Context): string[] {
  return ctx.unionsWith(type.id).flatMap((union) => {
    const own = union.cases.some((one) => one.type === type.id && ownsPayload(union, one.name, type));
    return own ? [markerMethod(ctx.names.type(type.id), ctx.names.caseInterface(union.id))] : [];
  });
}

/** gofmt leaves no longer function on one line. */
const ONE_LINE = 95;

function markerMethod(type: string, marker: string): string {
  const head = `func (*${type}) is${marker}() {`;
  return head.length > ONE_LINE ? `${head}\n}` : `${head}}`;
}

/** Rows with comments stand apart, with a blank line between; neighbours without are lined up. */
function spread(rows: { doc: string[]; cells: string[] }[]): Row[] {
  return aligned(rows).map((row, i) => (i > 0 && row.doc.length > 0 ? { ...row, doc: ["", ...row.doc] } : row));
}

const together = (rows: { doc: string[]; cells: string[] }[]): Row[] => aligned(rows);

function aligned(rows: { doc: string[]; cells: string[] }[]): Row[] {
  const result: Row[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && rows[end]!.doc.length === 0) end++;
    columns(rows.slice(start, end).map(({ cells }) => cells)).forEach((line, i) => result.push({ doc: rows[start + i]!.doc, line }));
    start = end;
  }
  return result;
}

/** True if it is a struct of a fixed size, which a function reads from an array. */
function readsInOnePiece({ type, family, maxSize }: RootCodec, ctx: Context): boolean {
  if (family === "json" || maxSize !== null) return false;
  const unit = ctx.unit(type, family);
  return unit.kind === "struct" && (ctx.unitRunSize(unit) ?? 0) > 0;
}

/** The methods of a root message. */
export function rootPlan(root: RootCodec, ctx: Context): Record<string, unknown> {
  const name = ctx.names.type(root.type);
  const json = root.family === "json";
  return {
    name,
    decodeFunction: ctx.names.decode(root.type),
    decode: ctx.function("decode", root.type, root.family),
    encode: ctx.function("encode", root.type, root.family),
    json,
    maxSize: root.maxSize,
    fixedSize: root.fixedSize,
    bounded: root.maxSize !== null,
    fixed: root.fixedSize !== null,
    read: readsInOnePiece(root, ctx) ? ctx.function("read", root.type, root.family) : undefined,
  };
}

