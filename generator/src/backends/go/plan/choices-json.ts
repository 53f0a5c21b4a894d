/** Functions for enums, flags and unions in JSON, where their members have names. */
import type { CaseCodec, EnumUnit, FlagsUnit, UnionUnit } from "../../../codec/model.js";
import { literal } from "../format.js";
import { memberChecks } from "./choices.js";
import type { Context } from "./context.js";
import { JsonDecoder } from "./decode-json.js";
import { JsonEncoder, key } from "./encode-json.js";
import { RETURN_NIL, Scope, lines, type Declaration, type Node } from "./node.js";
import { intBounds, signed } from "./numbers.js";
import { entered } from "./structs-binary.js";
import { casePlace, nilCase } from "./unions-binary.js";

const DECODE = (type: string): string => `(r *codec.JSONReader, v *${type}) *codec.DecodeError`;
const ENCODE = (type: string): string => `(w *codec.JSONWriter, v *${type}) *codec.EncodeError`;
const READ_NAME: Node = { template: "read", name: "name", call: "r.Name()", wrap: "", checks: [], stores: [] };

/** The name as it stands in JSON, as a Go literal. */
const token = (jsonName: string): string => literal(JSON.stringify(jsonName));

export function enumJson(unit: EnumUnit, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const constant = (member: string): string => ctx.names.constant(unit.type, member);
  const wide = signed(unit.int.int) ? "int64" : "uint64";
  const { min, max } = intBounds(unit.int);
  const number: Node = {
    template: "if",
    condition: "r.AtNumber()",
    body: [
      lines("at := r.Pos()"),
      { template: "read", name: "x", call: `r.${signed(unit.int.int) ? "Int" : "Uint"}(${min}, ${max})`, wrap: "", checks: [{ condition: `known${name}(${name}(x))`, failure: `codec.Named(at, x)` }], stores: [{ target: "*v", value: `${name}(x)` }] },
      RETURN_NIL,
    ],
    otherwise: [],
  };
  const otherwise = unit.open ? [lines(`w.${signed(unit.int.int) ? "Int" : "Uint"}(${wide}(*v))`)] : [lines(`return codec.RefuseVariant(*v)`)];
  return [
    {
      template: "function",
      name: `parse${name}`,
      doc: [],
      head: `(name codec.Name) (${name}, *codec.DecodeError)`,
      body: [
        { template: "switch", subject: "string(name.Text)", cases: unit.members.map((member) => ({ label: `case ${JSON.stringify(member.jsonName)}`, body: [lines(`return ${constant(member.name)}, nil`)] })) },
        lines(`return 0, codec.UnknownName(name)`),
      ],
    },
    { template: "function", name: ctx.function("decode", unit.type, "json"), doc: [], head: DECODE(name), body: [...(unit.open ? [number] : []), READ_NAME, lines(`*v, err = parse${name}(name)`, "return err")] },
    {
      template: "function",
      name: ctx.function("encode", unit.type, "json"),
      doc: [],
      head: ENCODE(name),
      body: [
        {
          template: "switch",
          subject: "*v",
          cases: [
            ...unit.members.map((member) => ({ label: `case ${constant(member.name)}`, body: [lines(`w.Raw(${token(member.jsonName)})`)] })),
            { label: "default", body: otherwise },
          ],
        },
        RETURN_NIL,
      ],
    },
  ];
}

export function flagsJson(unit: FlagsUnit, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const flags = `flags${name}`;
  const rows = unit.flags.map((flag) => `{Name: ${JSON.stringify(flag.jsonName)}, Bit: 0x${(1n << BigInt(flag.bit)).toString(16)}},`);
  const checks = memberChecks(unit, ctx, { value: "*v", wrap: "", hint: "" });
  return [
    { template: "variable", name: flags, doc: [], head: "[]codec.Flag", body: [lines(...rows)] },
    {
      template: "function",
      name: ctx.function("decode", unit.type, "json"),
      doc: [],
      head: DECODE(name),
      body: [{ template: "read", name: "set", call: `r.Flags(${flags})`, wrap: "", checks: [], stores: [{ target: "*v", value: `${name}(set)` }] }, RETURN_NIL],
    },
    { template: "function", name: ctx.function("encode", unit.type, "json"), doc: [], head: ENCODE(name), body: [{ template: "guard", checks }, lines(`w.Flags(uint64(*v), ${flags})`), RETURN_NIL] },
  ];
}

export function unionJson(unit: UnionUnit, ctx: Context): Declaration[] {
  const name = ctx.names.type(unit.type);
  const bound = unit.cases.some(({ codec }) => codec) ? "c := " : "";
  const cases = unit.cases.map((one) => ({ label: `case *${ctx.names.caseType(unit.type, one.name)}`, body: writeCase(unit, one, ctx) }));
  const none = { label: "default", body: [lines(`return codec.RefuseVariant("no case")`)] };
  return [
    { template: "function", name: ctx.function("decode", unit.type, "json"), doc: [], head: DECODE(name), body: entered(unit, "r", readUnion(unit, ctx)) },
    { template: "function", name: ctx.function("encode", unit.type, "json"), doc: [], head: ENCODE(name), body: entered(unit, "w", [{ template: "switch", subject: `${bound}v.Case.(type)`, cases: [...cases, none] }]) },
  ];
}

function readUnion(unit: UnionUnit, ctx: Context): Node[] {
  const { tagging } = unit;
  const external = tagging?.style === "external";
  const subject = external ? "name" : "tag";
  const cases = unit.cases.map((one) => ({ label: `case ${JSON.stringify(one.jsonName)}`, body: readCase(unit, one, ctx) }));
  const unknown = { label: "default", body: [lines(`return codec.UnknownName(${subject})`)] };
  const open = tagging?.style === "internal" || tagging?.style === "adjacent" ? `r.OpenTagged(${JSON.stringify(tagging.tag)}, ${key(tagging.tag)})` : "r.OpenExternal()";
  return [
    { template: "read", name: external ? "name, object" : "object, tag", call: open, wrap: "", checks: [], stores: [] },
    { template: "switch", subject: `string(${subject}.Text)`, cases: [...cases, unknown] },
  ];
}

function readCase(unit: UnionUnit, one: CaseCodec, ctx: Context): Node[] {
  const { tagging } = unit;
  const type = ctx.names.caseType(unit.type, one.name);
  const make = one.codec ? lines(`c := new(${type})`, "v.Case = c") : lines(`v.Case = new(${type})`);
  const place = one.codec ? casePlace(unit, one, ctx) : undefined;
  const content = (): Node[] => (one.codec ? new JsonDecoder(ctx, new Scope()).nodes(one.codec, place!) : []);
  const call = (text: string): Node => ({ template: "call", call: text, wrap: "" });
  const counted = countedIn(one, ctx);
  switch (tagging!.style) {
    case "internal":
      if (!place) return [make, call('r.CloseObject(object, nil, "")')];
      return [make, ...counted(call("r.Enter()"), "r", [call(`read${ctx.names.type(one.payload!)}Members(r, ${place.value.slice(1)}, object)`)])];
    case "adjacent": {
      const name = tagging!.content;
      if (!one.codec) return [make, call('r.CloseTagged(object, "")')];
      return [make, call(`r.Content(object, ${JSON.stringify(name)}, ${key(name)})`), ...content(), call(`r.CloseTagged(object, ${JSON.stringify(name)})`)];
    }
    case "external": {
      const shape = call(`codec.Shape(name, object, ${String(one.codec !== null)})`);
      if (!one.codec) return [make, shape];
      return [make, shape, call("r.Colon()"), ...content(), call("r.CloseExternal()")];
    }
  }
}

function writeCase(unit: UnionUnit, one: CaseCodec, ctx: Context): Node[] {
  const { tagging } = unit;
  const name = JSON.stringify(one.jsonName);
  const raw = (text: string): Node => lines(`w.Raw(${literal(text)})`);
  if (!one.codec) {
    if (tagging!.style === "external") return [raw(name)];
    return [raw(`{${JSON.stringify(tagging!.tag)}:${name}}`)];
  }
  const place = casePlace(unit, one, ctx);
  const content = new JsonEncoder(ctx, new Scope()).nodes(one.codec, place);
  switch (tagging!.style) {
    case "internal": {
      const open = (ctx.unit(one.payload!, "json") as { open?: boolean }).open === true;
      const tag = open ? `, ${JSON.stringify(tagging!.tag)}` : "";
      const members: Node = { template: "call", call: `write${ctx.names.type(one.payload!)}Members(w, ${place.value.slice(1)}${tag})`, wrap: "" };
      const enter: Node = { template: "call", call: "w.Enter()", wrap: "" };
      return [nilCase(), ...countedIn(one, ctx)(enter, "w", [raw(`{${JSON.stringify(tagging!.tag)}:${name}`), members])];
    }
    case "adjacent":
      return [nilCase(), raw(`{${JSON.stringify(tagging!.tag)}:${name},${JSON.stringify(tagging!.content)}:`), ...content, raw("}")];
    case "external":
      return [nilCase(), raw(`{${name}:`), ...content, raw("}")];
  }
}

/** The members of a case are not read by the payload's own function, which would count a level where types contain themselves. */
const countedIn =
  (one: CaseCodec, ctx: Context) =>
  (enter: Node, receiver: "r" | "w", body: Node[]): Node[] =>
    ctx.unit(one.payload!, "json").recursionHead ? [enter, ...body, lines(`${receiver}.Leave()`)] : body;
