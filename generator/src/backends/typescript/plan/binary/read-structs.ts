/** Functions that read structs in the binary encodings. */
import type { FieldCodec, StructUnit } from "../../../../codec/model.js";
import type { Statement } from "../../code.js";
import { assign, call, choice, declare, expression, flat, give, provided } from "../../code.js";
import { stringLiteral } from "../../literals.js";
import { capital } from "../../names.js";
import type { Locals, ModuleContext } from "../context.js";
import { fixedSize, inRuns, type FieldGroup } from "../runs.js";
import { construct } from "../structs.js";
import { distance, readAt, readHere, type ReadPlace } from "./places.js";
import { readScalar } from "./read-scalars.js";
import { readPart, readValue } from "./read-values.js";

export function planStructReader(context: ModuleContext, unit: StructUnit, family: "fixed" | "compact"): void {
  const type = context.scope.type(unit.type);
  const head = { exported: true, name: context.scope.function(unit.type, `read ${family}`), result: type };
  if (unit.fields.length === 0 && !unit.open) {
    context.functions.push({ ...head, parameters: [`_${context.reader()}`], body: [give("{}")] });
    return;
  }
  const locals = context.locals(unit.fields.filter(({ presence }) => presence !== "hidden"));
  const recursion = (name: string): Statement[] => (unit.recursionHead ? [expression(call(context.binary(name), "r"))] : []);
  const kept = unit.open ? [assign("at", '""'), declare("kept", call(context.binary("unknown"), "r"))] : [];
  const body = [...readFields(context, unit, locals, capital(type)), ...kept, ...recursion("leave"), ...construct(unit, locals, type)];
  const first: Statement = { prefix: "let at = ", code: stringLiteral(unit.fields[0]?.name ?? "") };
  context.functions.push({ ...head, parameters: [context.reader()], body: [...recursion("enter"), first, context.guard("at", ...body)] });
}

function readFields(context: ModuleContext, unit: StructUnit, locals: Locals, name: string): Statement[] {
  const groups = inRuns(context, unit.fields);
  const runs = groups.filter(({ size }) => size !== undefined);
  const statements: Statement[] = runs.length > 0 ? [declare("input", "r.bytes")] : [];
  for (const group of groups) {
    if (group.size !== undefined) statements.push(...startRun(context, group.size, group === runs[0] ? (runs.length > 1 ? "let " : "const ") : ""));
    statements.push(...readGroup(context, group, unit.fields[0]!, locals, name));
  }
  return statements;
}

/** `short`: the window ends within the run, so that one of its fields will be refused. */
function startRun(context: ModuleContext, size: number, keyword: string): Statement[] {
  return [
    { prefix: `${keyword}start = `, code: "r.pos" },
    { prefix: `${keyword}short = `, code: call(context.binary("left"), "r"), suffix: ` < ${size}` },
  ];
}

function readGroup(context: ModuleContext, { fields, size }: FieldGroup, first: FieldCodec, locals: Locals, name: string): Statement[] {
  const statements: Statement[] = [];
  let offset = 0;
  for (const field of fields) {
    if (field !== first) statements.push(assign("at", stringLiteral(field.name)));
    const bytes = size === undefined ? 0 : fixedSize(context, field.codec)!;
    if (size !== undefined) statements.push(provided("short", expression(call(context.binary("need"), "r", distance(offset), String(bytes)))));
    const place = size === undefined ? readHere(context) : readAt(context, offset);
    statements.push(readField(context, field, place, locals, `${name}${capital(field.name)}`));
    offset += bytes;
  }
  return size === undefined ? statements : [...statements, assign("r.pos", `start + ${size}`)];
}

function readField(context: ModuleContext, { name, codec, presence }: FieldCodec, place: ReadPlace, locals: Locals, path: string): Statement {
  const scalar = readScalar(context, codec, place);
  if (presence === "hidden") return expression(scalar!);
  const local = locals.get(name)!;
  if (presence === "always") return declare(local, scalar ?? readValue(context, codec, path));
  const present = presence === "option" ? call(context.binary("bool"), "r") : `${flat(call(context.binary("left"), "r"))} > 0`;
  return declare(local, choice(present, readPart(context, codec, path), "undefined"));
}
