/** Functions that write structs in the binary encodings. */
import type { FieldCodec, StructUnit } from "../../../../codec/model.js";
import type { Statement } from "../../code.js";
import { assign, call, expression, fail, when } from "../../code.js";
import { access, stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import type { ModuleContext } from "../context.js";
import { fixedSize, inRuns, type FieldGroup } from "../runs.js";
import { UNKNOWN } from "../structs.js";
import { writeAt, writeHere } from "./places.js";
import { writeScalar, writeValue } from "./write-values.js";

export function planStructWriter(context: ModuleContext, unit: StructUnit, family: "fixed" | "compact"): void {
  const type = context.scope.type(unit.type);
  const head = { exported: true, name: context.scope.function(unit.type, `write ${family}`), result: "void" };
  if (unit.fields.length === 0 && !unit.open) {
    context.functions.push({ ...head, parameters: [`_${context.writer()}`, `_value: ${type}`], body: [] });
    return;
  }
  const recursion = (name: string): Statement[] => (unit.recursionHead ? [expression(call(context.binary(name), "w"))] : []);
  const kept = unit.open ? [assign("at", '""'), expression(call(context.binary("writeUnknown"), "w", access("value", UNKNOWN)))] : [];
  const body = [...writeFields(context, unit, capital(type)), ...kept];
  const first: Statement = { prefix: "let at = ", code: stringLiteral(unit.fields[0]?.name ?? "") };
  const valueless = unit.fields.every(({ presence }) => presence === "hidden") && !unit.open;
  context.functions.push({
    ...head,
    parameters: [context.writer(), `${valueless ? "_" : ""}value: ${type}`],
    body: [...recursion("enterWrite"), first, context.guard("at", ...body), ...recursion("leaveWrite")],
  });
}

function writeFields(context: ModuleContext, unit: StructUnit, name: string): Statement[] {
  const groups = inRuns(context, unit.fields);
  const runs = groups.filter(({ size }) => size !== undefined);
  const statements: Statement[] = [];
  for (const group of groups) {
    if (group.size !== undefined) statements.push(...startRun(context, group.size, group === runs[0] ? (runs.length > 1 ? "let " : "const ") : ""));
    statements.push(...writeGroup(context, group, unit, name));
  }
  return statements;
}

function startRun(context: ModuleContext, size: number, keyword: string): Statement[] {
  return [
    { prefix: `${keyword}start = `, code: call(context.binary("reserve"), "w", String(size)) },
    { prefix: `${keyword}output = `, code: "w.bytes" },
  ];
}

function writeGroup(context: ModuleContext, { fields, size }: FieldGroup, unit: StructUnit, name: string): Statement[] {
  const statements: Statement[] = [];
  let offset = 0;
  for (const field of fields) {
    if (field !== unit.fields[0]) statements.push(assign("at", stringLiteral(field.name)));
    const value = access("value", field.name);
    if (size === undefined) statements.push(...writeField(context, field, unit, `${name}${capital(field.name)}`));
    else statements.push(expression(writeScalar(context, field.codec, value, writeAt(context, offset))!));
    offset += size === undefined ? 0 : fixedSize(context, field.codec)!;
  }
  return statements;
}

function writeField(context: ModuleContext, field: FieldCodec, unit: StructUnit, name: string): Statement[] {
  const value = access("value", field.name);
  if (field.presence === "hidden") return [expression(writeScalar(context, field.codec, value, writeHere(context))!)];
  const written = writeValue(context, field.codec, value, name);
  const present = `${value} !== undefined`;
  if (field.presence === "option") return [expression(call(context.binary("writeBool"), "w", present)), when(present, ...written)];
  if (field.presence !== "trailing") return written;
  const later = laterParts(field, unit);
  return later.length === 0 ? [when(present, ...written)] : [when(present, ...written), refuseGap(context, value, later)];
}

/** What must be absent as well if a trailing optional is. */
function laterParts(field: FieldCodec, unit: StructUnit): string[] {
  const later = unit.fields.slice(unit.fields.indexOf(field) + 1).map(({ name }) => access("value", name));
  return unit.open ? [...later, access("value", UNKNOWN)] : later;
}

function refuseGap(context: ModuleContext, value: string, later: string[]): Statement {
  return when(`${value} === undefined`, { anyOf: later.map((one) => `${one} !== undefined`), body: [fail(call(context.codec("absent")))] });
}
