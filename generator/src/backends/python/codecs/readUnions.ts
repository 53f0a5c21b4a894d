/** Functions that read unions from bytes: the tag's number, then the case. */
import type { UnionUnit } from "../../../codec/model.js";
import type { Scope } from "../scope.js";
import { block, call, type Line } from "../source.js";
import { checkDepth, contextOf, plan, type PlannedFunction } from "./functions.js";
import { readValue } from "./readBinary.js";

export function readUnion(unit: UnionUnit, scope: Scope): PlannedFunction {
  const { context, depth } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const cases = unit.cases.map((one): Line => {
    const made = `${name}.${scope.model.member(unit.type, one.name)}`;
    if (!one.codec) return block(`if tag == ${one.tag}:`, [`return ${made}(), at`]);
    const payload = context.locals.take(one.name);
    return block(`if tag == ${one.tag}:`, [...readValue(one.codec, payload, { ...context, hint: one.name }), `return ${made}(${payload}), at`]);
  });
  const body = [
    ...checkDepth(unit, scope, "read"),
    "start = at",
    ...readValue(unit.tagCodec!, "tag", context),
    ...cases,
    call(`raise ${scope.runtime("_refuse", "unknown_variant")}`, ["start", '""', "tag"]),
  ];
  return plan(scope.read(unit.family, unit.type), ["data: bytes", "at: int", "end: int", ...depth], `tuple[${name}.Case, int]`, body);
}
