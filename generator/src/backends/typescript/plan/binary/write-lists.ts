/** Functions that write lists, arrays and maps. */
import type { Codec } from "../../../../codec/model.js";
import type { Statement } from "../../code.js";
import { assign, call, expression, provided } from "../../code.js";
import { codecType } from "../codec-type.js";
import type { ModuleContext } from "../context.js";
import { extentArguments } from "../integers.js";
import { comparison, sortedEntries } from "../keys.js";
import { writeValue } from "./write-values.js";

export function planListWriter(context: ModuleContext, codec: Extract<Codec, { op: "list" | "array" }>, name: string): string {
  return context.add(`write${name}`, [context.writer(), `value: ${codecType(context, codec)}`], "void", [
    expression(codec.op === "list" ? writeCount(context, codec.extent, "value.length") : call(context.codec("checkCount"), "value.length", String(codec.size), String(codec.size))),
    { prefix: "let i = ", code: "0" },
    context.guard("`[${i}]`", {
      head: "for (const element of value)",
      body: [...writeValue(context, codec.element, "element", `${name}Element`), { prefix: "i++", code: "" }],
    }),
  ]);
}

export function planMapWriter(context: ModuleContext, codec: Extract<Codec, { op: "map" }>, name: string): string {
  const entry: Statement[] = [
    ...writeValue(context, codec.key, "key", `${name}Key`),
    provided("i > 0", expression(call(context.codec("checkDistinct"), comparison(context, codec.key, "entries[i - 1]![0]", "key")))),
    assign("at", '"value"'),
    ...writeValue(context, codec.value, "value", `${name}Value`),
    assign("at", '"key"'),
    { prefix: "i++", code: "" },
  ];
  return context.add(`write${name}`, [context.writer(), `map: ${codecType(context, codec)}`], "void", [
    { prefix: "const entries = ", code: sortedEntries(context, codec.key, "map") },
    expression(writeCount(context, codec.extent, "entries.length")),
    { prefix: "let i = ", code: "0" },
    { prefix: "let at = ", code: '"key"' },
    context.guard("`[${i}].${at}`", { head: "for (const [key, value] of entries)", body: entry }),
  ]);
}

function writeCount(context: ModuleContext, extent: Parameters<typeof extentArguments>[1], count: string) {
  const [prefix, ...bounds] = extentArguments(context, extent);
  return call(context.binary("writeCount"), "w", prefix, count, ...bounds);
}
