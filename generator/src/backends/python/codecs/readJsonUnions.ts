/** Functions that read unions from JSON: the case's name, then its content. */
import type { CaseCodec, UnionUnit } from "../../../codec/model.js";
import type { Scope } from "../scope.js";
import { block, call, list, type Line, type Piece, stringLiteral } from "../source.js";
import type { Context } from "./context.js";
import { checkDepth, contextOf, plan, type PlannedFunction } from "./functions.js";
import { readJson } from "./readJson.js";

export function readJsonUnion(unit: UnionUnit, scope: Scope): PlannedFunction {
  const { context, depth } = contextOf(unit, scope);
  const body = [...checkDepth(unit, scope, "read"), ...bodyOf(unit, context)];
  return plan(scope.read("json", unit.type), ["text: str", "at: int", ...depth], `tuple[${scope.model.className(unit.type)}.Case, int]`, body);
}

function bodyOf(unit: UnionUnit, context: Context): Line[] {
  const tagging = unit.tagging!;
  switch (tagging.style) {
    case "external":
      return readExternal(unit, context);
    case "internal":
      return readInternal(unit, tagging.tag, context);
    case "adjacent":
      return readAdjacent(unit, tagging, context);
  }
}

const made = (unit: UnionUnit, one: CaseCodec, { scope }: Context): string => `${scope.model.className(unit.type)}.${scope.model.member(unit.type, one.name)}`;
const named = (one: CaseCodec): string => `if tag == ${stringLiteral(one.jsonName)}:`;

/** Content behind its key, then the object's end. */
function readContent(unit: UnionUnit, one: CaseCodec, close: string[], context: Context): Line[] {
  const payload = context.locals.take(one.name);
  const end = call(`at = ${context.scope.runtime("_tags", "close")}`, ["text", "at", ...close]);
  return [...readJson(one.codec!, payload, { ...context, hint: one.name }), end, `return ${made(unit, one, context)}(${payload}), at`];
}

function readInternal(unit: UnionUnit, tag: string, context: Context): Line[] {
  const { scope, depth } = context;
  const cases = unit.cases.map((one): Line => {
    if (!one.codec) {
      const close = scope.runtime("_objects", "close");
      return block(named(one), [call(`return ${made(unit, one, context)}(), ${close}`, ["text", "start", "at", scope.runtime("_objects", "NO_MEMBERS")])]);
    }
    const payload = context.locals.take(one.name);
    const counts = scope.model.countsDepth("json", one.payload!);
    const read = call(`${payload}, at = ${scope.read("json", one.payload!)}`, ["text", "at", ...(counts ? [depth ?? "0"] : []), "start=start"]);
    return block(named(one), [read, `return ${made(unit, one, context)}(${payload}), at`]);
  });
  return ["start = at", readTag(tag, context), ...cases, unknown(context)];
}

const readTag = (tag: string, { scope }: Context): Line => call(`tag, case_at, at = ${scope.runtime("_tags", "tag")}`, ["text", "at", stringLiteral(tag)]);
const unknown = ({ scope }: Context): Line => call(`raise ${scope.runtime("_refuse", "unknown_variant")}`, ["case_at", '""', "tag"]);

function readAdjacent(unit: UnionUnit, { tag, content }: { tag: string; content: string }, context: Context): Line[] {
  const { scope } = context;
  const [tagName, contentName] = [stringLiteral(tag), stringLiteral(content)];
  const cases = unit.cases.map((one): Line => {
    if (!one.codec) {
      return block(named(one), [`return ${made(unit, one, context)}(), ${scope.runtime("_tags", "close")}(text, at, ${tagName})`]);
    }
    const key = call(`at = ${scope.runtime("_tags", "content")}`, ["text", "at", tagName, contentName]);
    return block(named(one), [key, ...readContent(unit, one, [tagName, contentName], context)]);
  });
  return [readTag(tag, context), ...cases, unknown(context)];
}

/** A string for a case without content, an object of one member for the others. */
function readExternal(unit: UnionUnit, context: Context): Line[] {
  const { scope } = context;
  const [units, others] = [scope.table(unit.type, "UNITS"), scope.table(unit.type, "OTHERS")];
  const plain = unit.cases.filter((one) => !one.codec);
  const names: Piece[] = ["text", "at", units, others];
  const byName = [call(`tag, at = ${scope.runtime("_tags", "unit_name")}`, names), ...plain.map((one) => block(named(one), [`return ${made(unit, one, context)}(), at`]))];
  const contents = unit.cases.filter((one) => one.codec);
  const byKey = [call(`tag, at = ${scope.runtime("_tags", "external_key")}`, names), ...contents.map((one) => block(named(one), readContent(unit, one, [], context)))];
  return [block("if text.startswith('\"', at):", byName), block("else:", byKey), `raise AssertionError(tag)`];
}

/** The names of an external union's cases, without content and with. */
export function caseTables(unit: UnionUnit): { units: Piece; others: Piece } {
  const names = (cases: CaseCodec[]): Piece => call("frozenset", cases.length === 0 ? [] : [list("", cases.map((one) => stringLiteral(one.jsonName)))]);
  return { units: names(unit.cases.filter((one) => !one.codec)), others: names(unit.cases.filter((one) => one.codec)) };
}
