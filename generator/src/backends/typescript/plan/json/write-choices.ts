/** Functions that write enums and unions of JSON. */
import type { CaseCodec, EnumUnit, UnionUnit } from "../../../../codec/model.js";
import type { Statement } from "../../code.js";
import { call, declare, expression, fail, give } from "../../code.js";
import { isWide, stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import type { ModuleContext } from "../context.js";
import { intBounds } from "../integers.js";
import { keyToken } from "./members.js";
import { writeValue } from "./write-values.js";

/** `formatFruit(w, value)`, and `nameOfFruit(name)`, which gives the quoted name. */
export function planEnumFormatter(context: ModuleContext, unit: EnumUnit): void {
  const type = context.scope.type(unit.type);
  const integer = isWide(unit.int.int) ? "bigint" : "number";
  const nameOf = context.scope.function(unit.type, "nameOf");
  const cases = unit.members.map(({ name, jsonName }) => ({ label: stringLiteral(name), body: [give(stringLiteral(JSON.stringify(jsonName)))] }));
  const byName = (value: string): Statement => ({ prefix: "w.out += ", code: call(nameOf, value) });
  const open: Statement[] = [
    declare("known", { test: `typeof value === "${integer}"`, yes: call(context.scope.function(unit.type, "to"), "0", "value"), no: "value" }),
    {
      condition: `typeof known === "${integer}"`,
      yes: [expression(call(context.json(isWide(unit.int.int) ? "writeBigInt" : "writeInt"), "w", "known", ...intBounds(unit.int)))],
      no: [byName("known")],
    },
  ];
  context.functions.push(
    {
      exported: true,
      name: nameOf,
      parameters: [`name: ${unit.open ? `Exclude<${type}, ${integer}>` : type}`],
      result: "string",
      body: [{ subject: "name", cases, otherwise: [fail(call(context.codec("unknownVariant"), "name"))] }],
    },
    {
      exported: true,
      name: context.scope.function(unit.type, "write json"),
      parameters: [context.jsonWriter(), `value: ${type}`],
      result: "void",
      body: unit.open ? open : [byName("value")],
    },
  );
}

export function planUnionFormatter(context: ModuleContext, unit: UnionUnit): void {
  const type = context.scope.type(unit.type);
  const recursion = (name: string): Statement[] => (unit.recursionHead ? [expression(call(context.json(name), "w"))] : []);
  const cases = unit.cases.map((one) => ({ label: stringLiteral(one.name), body: [...writeCase(context, unit, one, `${capital(type)}${capital(one.name)}`), { prefix: "break", code: "" }] }));
  context.functions.push({
    exported: true,
    name: context.scope.function(unit.type, "write json"),
    parameters: [context.jsonWriter(), `value: ${type}`],
    result: "void",
    body: [...recursion("enterWrite"), { subject: "value.case", cases, otherwise: [fail(call(context.codec("unknownCase"), "value"))] }, ...recursion("leaveWrite")],
  });
}

function writeCase(context: ModuleContext, unit: UnionUnit, one: CaseCodec, path: string): Statement[] {
  const tagging = unit.tagging!;
  const out = (text: string): Statement => ({ prefix: "w.out += ", code: stringLiteral(text) });
  const name = JSON.stringify(one.jsonName);
  const content = one.codec ? writeValue(context, one.codec, "value.value", path) : [];
  switch (tagging.style) {
    case "external":
      return one.codec ? [out(`{${name}:`), ...content, out("}")] : [out(name)];
    case "adjacent": {
      const tag = `{${keyToken(tagging.tag)}${name}`;
      return one.codec ? [out(`${tag},${keyToken(tagging.content)}`), ...content, out("}")] : [out(`${tag}}`)];
    }
    case "internal": {
      const tag = `{${keyToken(tagging.tag)}${name}`;
      if (!one.codec) return [out(`${tag}}`)];
      const payload = context.type(one.payload!);
      const told = payload.kind === "struct" && payload.open ? [stringLiteral(tagging.tag)] : [];
      return [out(tag), expression(call(context.scope.function(one.payload!, "write json"), "w", "value.value", '","', ...told))];
    }
  }
}
