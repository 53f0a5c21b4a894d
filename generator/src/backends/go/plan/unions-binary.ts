/** Functions for unions in the binary encodings. */
import type { CaseCodec, IntCodec, UnionUnit } from "../../../codec/model.js";
import type { Context } from "./context.js";
import { BinaryDecoder } from "./decode-binary.js";
import { BinaryEncoder } from "./encode-binary.js";
import { Scope, lines, type Declaration, type Node, type Place } from "./node.js";
import { constantBits, fixedMethod, intBounds, signed } from "./numbers.js";
import { entered } from "./structs-binary.js";

export function unionDeclarations(unit: UnionUnit, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const tag = unit.tagCodec!;
  const decodeCases = unit.cases.map((one) => ({ label: `case ${tagValue(tag, one.tag)}`, body: decodeCase(unit, one, ctx) }));
  const unknown = { label: "default", body: [lines(`return codec.UnknownVariant(at, tag)`)] };
  const encodeCases = unit.cases.map((one) => ({ label: `case *${ctx.names.caseType(unit.type, one.name)}`, body: encodeCase(unit, one, tag, ctx) }));
  const none = { label: "default", body: [lines(`return codec.RefuseVariant("no case")`)] };
  const bound = unit.cases.some(({ codec }) => codec) ? "c := " : "";
  return [
    {
      template: "function",
      name: ctx.function("decode", unit.type, unit.family),
      doc: [],
      head: `(r *codec.Reader, v *${name}) *codec.DecodeError`,
      body: entered(unit, "r", [
        lines("at := r.Pos()"),
        { template: "read", name: "tag", call: readTag(tag), wrap: "", checks: [], stores: [] },
        { template: "switch", subject: "tag", cases: [...decodeCases, unknown] },
      ]),
    },
    {
      template: "function",
      name: ctx.function("encode", unit.type, unit.family),
      doc: [],
      head: `(w *codec.Writer, v *${name}) *codec.EncodeError`,
      body: entered(unit, "w", [{ template: "switch", subject: `${bound}v.Case.(type)`, cases: [...encodeCases, none] }]),
    },
  ];
}

function readTag(tag: IntCodec): string {
  if (tag.form !== "varint") return `r.${fixedMethod(tag.int, tag.form)}()`;
  const { min, max } = intBounds(tag);
  return `r.${signed(tag.int) ? "Varint" : "Uvarint"}(${min}, ${max})`;
}

const tagValue = (tag: IntCodec, value: number): string => (tag.form === "varint" || !signed(tag.int) ? String(value) : constantBits(tag.int, String(value)));

function decodeCase(unit: UnionUnit, one: CaseCodec, ctx: Context): Node[] {
  const type = ctx.names.caseType(unit.type, one.name);
  if (!one.codec) return [lines(`v.Case = new(${type})`)];
  return [lines(`c := new(${type})`, "v.Case = c"), ...new BinaryDecoder(ctx, new Scope()).nodes(one.codec, casePlace(unit, one, ctx))];
}

function encodeCase(unit: UnionUnit, one: CaseCodec, tag: IntCodec, ctx: Context): Node[] {
  const method = tag.form === "varint" ? (signed(tag.int) ? "Varint" : "Uvarint") : fixedMethod(tag.int, tag.form);
  const write = lines(`w.${method}(${tagValue(tag, one.tag)})`);
  if (!one.codec) return [write];
  return [nilCase(), write, ...new BinaryEncoder(ctx, new Scope()).nodes(one.codec, casePlace(unit, one, ctx))];
}

/** A case that is a nil pointer is none. */
export const nilCase = (): Node => ({ template: "guard", checks: [{ condition: "c == nil", failure: `codec.RefuseVariant("a nil case")` }] });

/** The payload of a case in the variable c: a case's type is its payload's, or one of the same structure. */
export function casePlace(unit: UnionUnit, one: CaseCodec, ctx: Context): Place {
  const payload = ctx.names.type(one.payload!);
  return { value: ctx.names.caseType(unit.type, one.name) === payload ? "*c" : `*(*${payload})(c)`, wrap: "", hint: one.name };
}
