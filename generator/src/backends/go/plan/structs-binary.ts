/** Functions for structs in the binary encodings. Fields of a fixed size that follow each other are read and written in one piece. */
import type { FieldCodec, StructUnit } from "../../../codec/model.js";
import type { Context } from "./context.js";
import { BinaryDecoder } from "./decode-binary.js";
import { RunDecoder, type Run } from "./decode-run.js";
import { BinaryEncoder } from "./encode-binary.js";
import { RunEncoder } from "./encode-run.js";
import { RETURN_NIL, Scope, lines, type Declaration, type Node, type Place } from "./node.js";

const DECODE = (type: string): string => `(r *codec.Reader, v *${type}) *codec.DecodeError`;
const ENCODE = (type: string): string => `(w *codec.Writer, v *${type}) *codec.EncodeError`;

/** Fields that are read in one piece, perhaps of no bytes, or one field that is not. */
type Group = { size: number; fields: FieldCodec[] } | { size: null; field: FieldCodec };

export function structDeclarations(unit: StructUnit, ctx: Context): Declaration[] {
  const size = ctx.unitRunSize(unit);
  return size !== null && size > 0 ? fixedStruct(unit, size, ctx) : variableStruct(unit, ctx);
}

function fixedStruct(unit: StructUnit, size: number, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const [decode, read, short, encode, put] = ["decode", "read", "short", "encode", "put"].map((verb) => ctx.function(verb, unit.type, unit.family)) as [string, string, string, string, string];
  const run: Run = { bytes: "b", at: (offset) => (offset === 0 ? "at" : `at+${offset}`) };
  return [
    {
      template: "function",
      name: decode,
      doc: [],
      head: DECODE(name),
      body: [
        lines(`b := r.Next(${size})`),
        { template: "if", condition: "b == nil", body: [lines(`return ${short}(r, v)`)], otherwise: [] },
        lines(`return ${read}((*[${size}]byte)(b), r.Pos()-${size}, v)`),
      ],
    },
    {
      template: "function",
      name: read,
      doc: [`${read} reads the ${size} bytes at offset at.`],
      head: `(b *[${size}]byte, at int, v *${name}) *codec.DecodeError`,
      body: [...runFields(unit, unit.fields, ctx, (codec, offset, place, scope) => new RunDecoder(ctx, scope, run).nodes(codec, offset, place)), RETURN_NIL],
    },
    shortFunction(unit, short, unit.fields, size, ctx),
    { template: "function", name: encode, doc: [], head: ENCODE(name), body: [lines(`return ${put}((*[${size}]byte)(w.Extend(${size})), v)`)] },
    {
      template: "function",
      name: put,
      doc: [],
      head: `(b *[${size}]byte, v *${name}) *codec.EncodeError`,
      body: [...runFields(unit, unit.fields, ctx, (codec, offset, place, scope) => new RunEncoder(ctx, scope, "b").nodes(codec, offset, place)), RETURN_NIL],
    },
  ];
}

type PrintField = (codec: FieldCodec["codec"], offset: number, place: Place, scope: Scope) => Node[];

function runFields(unit: StructUnit, fields: readonly FieldCodec[], ctx: Context, print: PrintField, scope = new Scope()): Node[] {
  let offset = 0;
  return fields.flatMap((field) => {
    const nodes = print(field.codec, offset, placeOf(unit, field, ctx), scope);
    offset += ctx.runSize(field.codec)!;
    return nodes;
  });
}

/** Which of the fields is cut off: reads them one by one, after they turned out not to fit. */
function shortFunction(unit: StructUnit, name: string, fields: readonly FieldCodec[], size: number, ctx: Context): Declaration {
  const decoder = new BinaryDecoder(ctx, new Scope());
  return {
    template: "function",
    name,
    doc: [`${name} finds the error in ${size} bytes that are not all there.`],
    head: DECODE(ctx.names.type(unit.type)),
    body: [...fields.flatMap((field) => decoder.nodes(field.codec, placeOf(unit, field, ctx))), lines(`return r.Truncated(${size})`)],
  };
}

function variableStruct(unit: StructUnit, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const groups = groupFields(unit, ctx);
  const shorts: Declaration[] = [];
  const scope = new Scope();
  const body = groups.flatMap((group) => {
    if (group.size === 0) return [];
    if (group.size === null) return new BinaryDecoder(ctx, scope).field(group.field, placeOf(unit, group.field, ctx));
    const short = ctx.function("short", unit.type, unit.family) + String(shorts.length);
    shorts.push(shortFunction(unit, short, group.fields, group.size, ctx));
    return readGroup(unit, group, short, ctx, scope);
  });
  return [
    { template: "function", name: ctx.function("decode", unit.type, unit.family), doc: [], head: DECODE(name), body: entered(unit, "r", [...body, ...readUnknown(unit, ctx)]) },
    ...shorts,
    {
      template: "function",
      name: ctx.function("encode", unit.type, unit.family),
      doc: [],
      head: ENCODE(name),
      body: entered(unit, "w", [...writeGroups(unit, groups, ctx), ...writeTrailing(unit, ctx)]),
    },
  ];
}

function readGroup(unit: StructUnit, { size, fields }: { size: number; fields: FieldCodec[] }, short: string, ctx: Context, scope: Scope): Node[] {
  const taken = scope.fresh("run");
  const bytes = scope.fresh("chunk");
  const run: Run = { bytes, at: (offset) => `r.Pos()-${size - offset}` };
  return [
    lines(`${taken} := r.Next(${size})`),
    { template: "if", condition: `${taken} == nil`, body: [lines(`return ${short}(r, v)`)], otherwise: [] },
    lines(`${bytes} := (*[${size}]byte)(${taken})`),
    ...runFields(unit, fields, ctx, (codec, offset, place) => new RunDecoder(ctx, scope, run).nodes(codec, offset, place), scope),
  ];
}

function writeGroups(unit: StructUnit, groups: readonly Group[], ctx: Context): Node[] {
  const scope = new Scope();
  return groups.flatMap((group) => {
    if (group.size === 0) return [];
    if (group.size === null) {
      if (group.field.presence === "trailing") return [];
      return new BinaryEncoder(ctx, scope).field(group.field, placeOf(unit, group.field, ctx));
    }
    const bytes = scope.fresh("chunk");
    return [
      lines(`${bytes} := (*[${group.size}]byte)(w.Extend(${group.size}))`),
      ...runFields(unit, group.fields, ctx, (codec, offset, place) => new RunEncoder(ctx, scope, bytes).nodes(codec, offset, place), scope),
    ];
  });
}

function readUnknown(unit: StructUnit, ctx: Context): Node[] {
  return unit.open ? [lines(`v.${ctx.names.unknown(unit.type)} = r.Remainder()`)] : [];
}

/** Optional fields at the end: none may be present after one that is absent, nor may unknown bytes. */
function writeTrailing(unit: StructUnit, ctx: Context): Node[] {
  const trailing = unit.fields.filter(({ presence }) => presence === "trailing");
  const scope = new Scope();
  const nodes: Node[] = [];
  const last = trailing.length - (unit.open ? 0 : 1);
  const gapCheck: Node = { template: "guard", checks: [{ condition: `gap != ""`, failure: `codec.RefuseGap(gap)` }] };
  if (last > 0) nodes.push(lines('gap := ""'));
  trailing.forEach((field, i) => {
    const place = placeOf(unit, field, ctx);
    const missing = lines(`gap = ${JSON.stringify(field.name)}`);
    const absent = i >= last ? [] : [{ head: i === 0 ? "} else" : '} else if gap == ""', body: [missing] }];
    const present = { head: `if ${place.value} != nil`, body: [...(i === 0 ? [] : [gapCheck]), ...new BinaryEncoder(ctx, scope).present(field.codec, place)] };
    nodes.push({ template: "choose", branches: [present, ...absent] });
  });
  if (!unit.open) return nodes;
  const unknown = `v.${ctx.names.unknown(unit.type)}`;
  if (trailing.length > 0) nodes.push({ template: "if", condition: `len(${unknown}) > 0`, body: [gapCheck], otherwise: [] });
  return [...nodes, lines(`w.Raw(${unknown})`)];
}

/** Runs of at least two fields are taken together. */
function groupFields(unit: StructUnit, ctx: Context): Group[] {
  const groups: Group[] = [];
  let run: FieldCodec[] = [];
  const flush = (): void => {
    if (run.length > 1) groups.push({ size: run.reduce((sum, { codec }) => sum + ctx.runSize(codec)!, 0), fields: run });
    else groups.push(...run.map((field) => ({ size: null, field })));
    run = [];
  };
  for (const field of unit.fields) {
    if ((field.presence === "always" || field.presence === "hidden" || field.presence === "omitEmpty") && ctx.runSize(field.codec) !== null) run.push(field);
    else {
      flush();
      groups.push({ size: null, field });
    }
  }
  flush();
  return groups;
}

/** Counts a level where types contain themselves. */
export function entered(unit: { recursionHead: boolean }, receiver: "r" | "w", body: Node[]): Node[] {
  if (!unit.recursionHead) return returning(body);
  return [{ template: "call", call: `${receiver}.Enter()`, wrap: "" }, ...body, lines(`${receiver}.Leave()`), RETURN_NIL];
}

/** Ends a function with `return nil`, or with its last call. */
function returning(body: Node[]): Node[] {
  const last = body.at(-1);
  return last?.template === "call" && last.wrap === "" ? [...body.slice(0, -1), lines(`return ${last.call}`)] : [...body, RETURN_NIL];
}

export function placeOf(unit: StructUnit, field: FieldCodec, ctx: Context): Place {
  const value = field.presence === "hidden" ? "" : `v.${ctx.names.field(unit.type, field.name)}`;
  return { value, wrap: `.In(${JSON.stringify(field.name)})`, hint: field.name };
}
