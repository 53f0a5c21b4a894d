/** Functions that write unions in the binary encodings. */
import type { UnionUnit } from "../../../../codec/model.js";
import type { Statement } from "../../code.js";
import { call, expression, fail } from "../../code.js";
import { integerLiteral, stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import type { ModuleContext } from "../context.js";
import { writeHere } from "./places.js";
import { writeValue } from "./write-values.js";

export function planUnionWriter(context: ModuleContext, unit: UnionUnit, family: "fixed" | "compact"): void {
  const type = context.scope.type(unit.type);
  const tag = unit.tagCodec!;
  const recursion = (name: string): Statement[] => (unit.recursionHead ? [expression(call(context.binary(name), "w"))] : []);
  const cases = unit.cases.map((one) => ({
    label: stringLiteral(one.name),
    body: [
      expression(writeHere(context).int(tag, integerLiteral(tag.int, one.tag))),
      ...(one.codec ? writeValue(context, one.codec, "value.value", `${capital(type)}${capital(one.name)}`) : []),
      { prefix: "break", code: "" },
    ],
  }));
  context.functions.push({
    exported: true,
    name: context.scope.function(unit.type, `write ${family}`),
    parameters: [context.writer(), `value: ${type}`],
    result: "void",
    body: [...recursion("enterWrite"), { subject: "value.case", cases, otherwise: [fail(call(context.codec("unknownCase"), "value"))] }, ...recursion("leaveWrite")],
  });
}
