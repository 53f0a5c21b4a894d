/** Functions that read enums and unions of JSON. */
import type { CaseCodec, EnumUnit, UnionUnit } from "../../../../codec/model.js";
import type { Code, Statement } from "../../code.js";
import { call, declare, expression, fail, flat, give, when } from "../../code.js";
import { stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import type { ModuleContext } from "../context.js";
import { intBounds } from "../integers.js";
import { isWide } from "../../literals.js";
import { keyToken } from "./members.js";
import { readValue } from "./read-values.js";

/** `parseFruit(r)`, and `namedFruit(r, start, name)` for a name that has been read. */
export function planEnumParser(context: ModuleContext, unit: EnumUnit): void {
  const result = context.scope.type(unit.type);
  const named = context.scope.function(unit.type, "named");
  const start = declare("start", "r.pos");
  const byName = give(call(named, "r", "start", call(context.json("string"), "r")));
  const byNumber: Statement[] = [
    when(flat(call(`!${context.json("isNumber")}`, "r")), byName),
    declare("value", call(context.scope.function(unit.type, "to"), "start", call(context.json(isWide(unit.int.int) ? "bigInt" : "int"), "r", ...intBounds(unit.int)))),
    when('typeof value === "string"', fail(call(context.json("hasName"), "r", "start", "value"))),
    give("value"),
  ];
  const cases = unit.members.map(({ name, jsonName }) => ({ label: stringLiteral(jsonName), body: [give(stringLiteral(name))] }));
  context.functions.push(
    {
      exported: true,
      name: named,
      parameters: [context.jsonReader(), "start: number", "name: string"],
      result,
      body: [{ subject: "name", cases, otherwise: [unknownName(context)] }],
    },
    { exported: true, name: context.scope.function(unit.type, "read json"), parameters: [context.jsonReader()], result, body: [start, ...(unit.open ? byNumber : [byName])] },
  );
}

const unknownName = (context: ModuleContext): Statement => fail(call(context.json("unknownVariant"), "r", "start", "name"));

export function planUnionParser(context: ModuleContext, unit: UnionUnit): void {
  const result = context.scope.type(unit.type);
  const name = context.scope.function(unit.type, "read json");
  const head = { exported: true, name, parameters: [context.jsonReader()], result };
  const body = bodyOf(context, unit);
  context.functions.push({ ...head, body: unit.recursionHead ? counted(context, context.add(`${name}Case`, head.parameters, result, body)) : body });
}

/** One level of a type that contains itself. */
function counted(context: ModuleContext, inner: string): Statement[] {
  return [expression(call(context.json("enter"), "r")), declare("value", call(inner, "r")), expression(call(context.json("leave"), "r")), give("value")];
}

function bodyOf(context: ModuleContext, unit: UnionUnit): Statement[] {
  const tagging = unit.tagging!;
  const read = (one: CaseCodec): Code => readValue(context, one.codec!, `${capital(context.scope.type(unit.type))}${capital(one.name)}`);
  if (tagging.style === "external") return readExternal(context, unit, read);
  const tag = stringLiteral(tagging.tag);
  const open = declare("start", call(context.json("openTagged"), "r", stringLiteral(keyToken(tagging.tag)), tag));
  if (tagging.style === "internal") {
    const unitCase = (): Statement => expression(call(context.json("closeUnit"), "r", tag));
    return [open, ...byName(context, unit.cases, (one) => (one.codec ? [giveCase(one, withTag(read(one), tag))] : [unitCase(), giveCase(one)]))];
  }
  const content = stringLiteral(tagging.content);
  const close = (...args: Code[]): Code => call(context.json("closeAdjacent"), "r", ...args);
  const adjacent = (one: CaseCodec): Statement[] =>
    one.codec
      ? [expression(call(context.json("openContent"), "r", stringLiteral(keyToken(tagging.content)), tag)), giveCase(one, close(read(one), tag, content))]
      : [expression(close("undefined", tag)), giveCase(one)];
  return [open, ...byName(context, unit.cases, adjacent)];
}

/** Cases without content are strings, the others objects with one member. */
function readExternal(context: ModuleContext, { cases }: UnionUnit, read: (one: CaseCodec) => Code): Statement[] {
  const wrongShape = fail(call(context.json("wrongShape"), "r", "start", "name"));
  const bare = byName(context, cases, (one) => [one.codec ? wrongShape : giveCase(one)]);
  const full = byName(context, cases, (one) => (one.codec ? [expression(call(context.json("colon"), "r")), giveCase(one, call(context.json("closeExternal"), "r", read(one)))] : [wrongShape]));
  return [when(flat(call(context.json("isUnit"), "r")), declare("start", "r.pos"), ...bare), declare("start", "r.pos"), ...full];
}

function byName(context: ModuleContext, cases: CaseCodec[], body: (one: CaseCodec) => Statement[]): Statement[] {
  const named = cases.map((one) => ({ label: stringLiteral(one.jsonName), body: body(one) }));
  return [declare("name", call(context.json("string"), "r")), { subject: "name", cases: named, otherwise: [unknownName(context)] }];
}

const giveCase = ({ name }: CaseCodec, value?: Code): Statement => ({
  prefix: "return ",
  entries: [{ key: "case", code: stringLiteral(name) }, ...(value === undefined ? [] : [{ key: "value", code: value }])],
});

/** The reader of a struct whose object has been opened by its tag. */
function withTag(code: Code, tag: string): Code {
  if (typeof code === "string" || !("callee" in code)) throw new Error("a case beside a tag is a struct");
  return { ...code, args: [...code.args, tag] };
}
