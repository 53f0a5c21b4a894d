/** Functions that read lists, arrays and maps. */
import type { Codec, Extent } from "../../../../codec/model.js";
import type { Code, Statement } from "../../code.js";
import { assign, call, declare, expression, flat, give, provided } from "../../code.js";
import { codecType } from "../codec-type.js";
import type { ModuleContext } from "../context.js";
import { extentArguments } from "../integers.js";
import { comparison } from "../keys.js";
import { readValue } from "./read-values.js";

type List = Extract<Codec, { op: "list" }>;
type FixedArray = Extract<Codec, { op: "array" }>;
type KeyedMap = Extract<Codec, { op: "map" }>;

export function planListReader(context: ModuleContext, codec: List, name: string): string {
  const push = pushElement(context, codec.element, name);
  const { extent } = codec;
  const loop = extent.kind === "rest" ? untilEnd(context, extent, push) : counted(countOf(context, extent, codec.elementMinSize), push);
  return addReader(context, name, codecType(context, codec), "[]", "list", loop);
}

export function planArrayReader(context: ModuleContext, codec: FixedArray, name: string): string {
  const push = pushElement(context, codec.element, name);
  return addReader(context, name, codecType(context, codec), "[]", "list", [{ head: `for (let i = 0; i < ${codec.size}; i++)`, body: [push] }]);
}

export function planMapReader(context: ModuleContext, codec: KeyedMap, name: string): string {
  const key = readValue(context, codec.key, `${name}Key`);
  const value = readValue(context, codec.value, `${name}Value`);
  const entry: Statement[] = [
    { prefix: "let at = ", code: '"key"' },
    context.guard(
      "`[${i}].${at}`",
      declare("start", "r.pos"),
      declare("key", key),
      provided("previous !== undefined", expression(call(context.binary("ascending"), "start", comparison(context, codec.key, "previous", "key")))),
      assign("at", '"value"'),
      expression(call("map.set", "key", value)),
      assign("previous", "key"),
    ),
  ];
  const previous: Statement = { line: `let previous: ${codecType(context, codec.key)} | undefined;` };
  const loop: Statement[] = [previous, declare("count", countOf(context, codec.extent, codec.entryMinSize)), { head: "for (let i = 0; i < count; i++)", body: entry }];
  const type = codecType(context, codec);
  return addReader(context, name, type, `new ${type}()`, "map", loop);
}

function addReader(context: ModuleContext, name: string, type: string, empty: string, variable: string, loop: Statement[]): string {
  const typed = variable === "list" ? `list: ${type}` : variable;
  return context.add(`read${name}`, [context.reader()], type, [declare(typed, empty), ...loop, give(variable)]);
}

function pushElement(context: ModuleContext, element: Codec, name: string): Statement {
  const value = readValue(context, element, `${name}Element`);
  return context.guard("`[${list.length}]`", expression(call("list.push", value)));
}

function countOf(context: ModuleContext, extent: Extent, least: number): Code {
  const [prefix, ...bounds] = extentArguments(context, extent);
  return call(context.binary("count"), "r", prefix, String(least), ...bounds);
}

const counted = (count: Code, body: Statement): Statement[] => [declare("count", count), { head: "for (let i = 0; i < count; i++)", body: [body] }];

function untilEnd(context: ModuleContext, { min, max }: Extent, body: Statement): Statement[] {
  const more = call(context.binary("more"), "r", "start", "list.length", max === null ? undefined : String(max));
  const enough = min > 0 ? [expression(call(context.binary("enough"), "start", "list.length", String(min)))] : [];
  return [declare("start", "r.pos"), { head: `while (${flat(more)})`, body: [body] }, ...enough];
}
