/** Functions that read unions in the binary encodings. */
import type { CaseCodec, UnionUnit } from "../../../../codec/model.js";
import type { Statement } from "../../code.js";
import { call, declare, expression, fail, give } from "../../code.js";
import { integerLiteral, stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import type { ModuleContext } from "../context.js";
import { readHere } from "./places.js";
import { readValue } from "./read-values.js";

export function planUnionReader(context: ModuleContext, unit: UnionUnit, family: "fixed" | "compact"): void {
  const type = context.scope.type(unit.type);
  const tag = unit.tagCodec!;
  const body: Statement[] = [
    declare("start", "r.pos"),
    declare("tag", readHere(context).int(tag)),
    {
      subject: "tag",
      cases: unit.cases.map((one) => ({ label: integerLiteral(tag.int, one.tag), body: [readCase(context, one, capital(type))] })),
      otherwise: [fail(call(context.binary("unknownVariant"), "start", "tag"))],
    },
  ];
  const name = context.scope.function(unit.type, `read ${family}`);
  const head = { exported: true, name, parameters: [context.reader()], result: type };
  context.functions.push({ ...head, body: unit.recursionHead ? counted(context, context.add(`${name}Case`, head.parameters, type, body)) : body });
}

/** One level of a type that contains itself. */
function counted(context: ModuleContext, inner: string): Statement[] {
  return [expression(call(context.binary("enter"), "r")), declare("value", call(inner, "r")), expression(call(context.binary("leave"), "r")), give("value")];
}

function readCase(context: ModuleContext, { name, codec }: CaseCodec, path: string): Statement {
  const entries = [{ key: "case", code: stringLiteral(name) }];
  if (!codec) return { prefix: "return ", entries };
  return { prefix: "return ", entries: [...entries, { key: "value", code: readValue(context, codec, `${path}${capital(name)}`) }] };
}
