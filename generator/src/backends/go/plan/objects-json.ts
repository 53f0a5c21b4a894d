/** Functions for what is an object in JSON: structs and bit fields. */
import type { BitsUnit, FieldCodec, StructUnit } from "../../../codec/model.js";
import type { BitField } from "../../../ir/model.js";
import { bitFieldChecks, positioned, uintFor } from "./choices.js";
import type { Context } from "./context.js";
import { JsonDecoder, isEmpty } from "./decode-json.js";
import { JsonEncoder, key } from "./encode-json.js";
import { RETURN_NIL, Scope, lines, type Declaration, type Node } from "./node.js";
import { entered, placeOf } from "./structs-binary.js";

/**
 * A struct has its members in functions of their own, so that an internally tagged union can put its tag before them. What nothing calls
 * is left out in the end.
 */
export function structJson(unit: StructUnit, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const [decode, encode, read, write, known] = [...["decode", "encode"].map((verb) => ctx.function(verb, unit.type, "json")), `read${name}Members`, `write${name}Members`, unit.fields.length === 0 ? "nil" : `members${name}`] as [
    string, string, string, string, string,
  ];
  return [
    ...membersVariable(known, unit.fields),
    {
      template: "function",
      name: decode,
      doc: [],
      head: `(r *codec.JSONReader, v *${name}) *codec.DecodeError`,
      body: entered(unit, "r", [
        { template: "read", name: "object", call: "r.OpenObject()", wrap: "", checks: [], stores: [] },
        { template: "call", call: `${read}(r, v, object)`, wrap: "" },
      ]),
    },
    { template: "function", name: read, doc: [`${read} reads the members, up to the closing brace.`], head: `(r *codec.JSONReader, v *${name}, object codec.Object) *codec.DecodeError`, body: readMembers(unit, known, ctx) },
    {
      template: "function",
      name: encode,
      doc: [],
      head: `(w *codec.JSONWriter, v *${name}) *codec.EncodeError`,
      body: entered(unit, "w", [lines('w.Raw("{")'), { template: "call", call: `${write}(w, v${unit.open ? ', ""' : ""})`, wrap: "" }]),
    },
    {
      template: "function",
      name: write,
      doc: [`${write} writes the members and the closing brace.`],
      head: `(w *codec.JSONWriter, v *${name}${unit.open ? ", tag string" : ""}) *codec.EncodeError`,
      body: writeMembers(unit, known, ctx),
    },
  ];
}

function membersVariable(name: string, members: readonly { name: string; jsonName: string }[]): Declaration[] {
  if (members.length === 0) return [];
  const rows = members.map((member) => `{Name: ${JSON.stringify(member.jsonName)}, Field: ${JSON.stringify(member.name)}},`);
  return [{ template: "variable", name, doc: [], head: "[]codec.Member", body: [lines(...rows)] }];
}

function readMembers(unit: StructUnit, known: string, ctx: Context): Node[] {
  const scope = new Scope();
  const members = unit.fields.flatMap((field) => readMember(field, new JsonDecoder(ctx, scope).field(field, placeOf(unit, field, ctx))));
  const required = unit.fields.some(isRequired);
  const missing = required ? "missing" : '""';
  const start = required ? [lines('missing := ""')] : [];
  if (!unit.open) return [...start, ...members, lines(`return r.CloseObject(object, ${known}, ${missing})`)];
  return [...start, ...members, lines("var err *codec.DecodeError", `v.${ctx.names.unknown(unit.type)}, err = r.CloseOpenObject(object, ${known}, ${missing})`, "return err")];
}

const isRequired = ({ presence }: FieldCodec): boolean => presence === "always" || presence === "hidden";

function readMember(field: { name: string; jsonName: string; presence?: FieldCodec["presence"] }, body: Node[]): Node[] {
  const required = field.presence === undefined || field.presence === "always" || field.presence === "hidden";
  const found = { head: `if r.Member(${key(field.jsonName)})`, body };
  const missing = { head: '} else if missing == ""', body: [lines(`missing = ${JSON.stringify(field.name)}`)] };
  return [{ template: "choose", branches: required ? [found, missing] : [found] }];
}

function writeMembers(unit: StructUnit, known: string, ctx: Context): Node[] {
  const scope = new Scope();
  const encoder = new JsonEncoder(ctx, scope);
  const nodes = unit.fields.flatMap((field): Node[] => {
    const place = placeOf(unit, field, ctx);
    const member = lines(`w.Member(${key(field.jsonName)})`);
    if (field.presence === "member") return [{ template: "if", condition: `${place.value} != nil`, body: [member, ...encoder.present(field.codec, place)], otherwise: [] }];
    if (field.presence !== "omitEmpty") return [member, ...encoder.nodes(field.codec, place)];
    return [{ template: "if", condition: negated(isEmpty(field.codec, place.value)), body: [member, ...encoder.nodes(field.codec, place)], otherwise: [] }];
  });
  const unknown: Node[] = unit.open ? [{ template: "call", call: `w.Unknown(v.${ctx.names.unknown(unit.type)}, ${known}, tag)`, wrap: "" }] : [];
  return [...nodes, ...unknown, lines('w.Raw("}")'), RETURN_NIL];
}

const negated = (condition: string): string => (condition.startsWith("!") ? condition.slice(1) : condition.replace(" == 0", " != 0"));

/** Bit fields: members for all that are neither reserved nor constant. */
export function bitsJson(unit: BitsUnit, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const shown = positioned(unit).filter(({ field }) => field.content.kind !== "reserved" && field.content.kind !== "const");
  const known = shown.length === 0 ? "nil" : `members${name}`;
  const scope = new Scope();
  return [
    ...membersVariable(known, shown.map(({ field }) => field)),
    {
      template: "function",
      name: ctx.function("decode", unit.type, "json"),
      doc: [],
      head: `(r *codec.JSONReader, v *${name}) *codec.DecodeError`,
      body: [
        { template: "read", name: "object", call: "r.OpenObject()", wrap: "", checks: [], stores: [] },
        lines('missing := ""'),
        ...shown.flatMap(({ field, mask }) => readMember(field, readBits(unit, field, mask, scope, ctx))),
        lines(`return r.CloseObject(object, ${known}, missing)`),
      ],
    },
    {
      template: "function",
      name: ctx.function("encode", unit.type, "json"),
      doc: [],
      head: `(w *codec.JSONWriter, v *${name}) *codec.EncodeError`,
      body: [lines('w.Raw("{")'), ...shown.flatMap(({ field, mask }) => writeBits(unit, field, mask, ctx)), lines('w.Raw("}")'), RETURN_NIL],
    },
  ];
}

function readBits(unit: BitsUnit, field: BitField, mask: string, scope: Scope, ctx: Context): Node[] {
  const { content } = field;
  const target = `v.${ctx.names.field(unit.type, field.name)}`;
  const wrap = `.In(${JSON.stringify(field.name)})`;
  if ("type" in content) return [{ template: "call", call: `${ctx.function("decode", content.type, "json")}(r, &${target})`, wrap }];
  const name = scope.fresh(field.name);
  if (content.kind === "bool") return [{ template: "read", name, call: "r.Bool()", wrap, checks: [], stores: [{ target, value: name }] }];
  const value = field.width > 32 ? name : `${uintFor(field.width)}(${name})`;
  return [{ template: "read", name, call: `r.Uint(0, ${mask})`, wrap, checks: [], stores: [{ target, value }] }];
}

function writeBits(unit: BitsUnit, field: BitField, mask: string, ctx: Context): Node[] {
  const { content } = field;
  const value = `v.${ctx.names.field(unit.type, field.name)}`;
  const member = lines(`w.Member(${key(field.jsonName)})`);
  // How wide it is says nothing here: what it may be is its type's affair.
  if ("type" in content) return [member, { template: "call", call: `${ctx.function("encode", content.type, "json")}(w, &${value})`, wrap: `.In(${JSON.stringify(field.name)})` }];
  if (content.kind === "bool") return [member, lines(`w.Bool(${value})`)];
  const checks = bitFieldChecks(unit, field, mask, ctx);
  const guard: Node[] = checks.length > 0 ? [{ template: "guard", checks }] : [];
  return [...guard, member, lines(field.width > 32 ? `w.Uint(${value})` : `w.Uint(uint64(${value}))`)];
}
