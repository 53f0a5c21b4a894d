/** Functions that write lists, arrays and maps of JSON. */
import type { Codec } from "../../../../codec/model.js";
import type { Code, Statement } from "../../code.js";
import { assign, call, expression, provided } from "../../code.js";
import { isWide } from "../../literals.js";
import { codecType } from "../codec-type.js";
import type { ModuleContext } from "../context.js";
import { intBounds, sizeArguments } from "../integers.js";
import { comparison, sortedEntries } from "../keys.js";
import { sizes } from "./read-values.js";
import { checkPattern, writeValue } from "./write-values.js";

const COMMA: Statement = provided("i > 0", { prefix: "w.out += ", code: '","' });
const NEXT: Statement = { prefix: "i++", code: "" };

export function planListFormatter(context: ModuleContext, codec: Extract<Codec, { op: "list" | "array" }>, name: string): string {
  const check = codec.op === "list" ? checkCount(context, codec.extent, "value.length") : [expression(call(context.codec("checkCount"), "value.length", String(codec.size), String(codec.size)))];
  return context.add(`format${name}`, [context.jsonWriter(), `value: ${codecType(context, codec)}`], "void", [
    ...check,
    assignOut('"["'),
    { prefix: "let i = ", code: "0" },
    context.guard("`[${i}]`", { head: "for (const element of value)", body: [COMMA, ...writeValue(context, codec.element, "element", `${name}Element`), NEXT] }),
    assignOut('"]"'),
  ]);
}

export function planMapFormatter(context: ModuleContext, codec: Extract<Codec, { op: "map" }>, name: string): string {
  const entry: Statement[] = [
    COMMA,
    { prefix: "w.out += ", code: keyToken(context, codec.key), suffix: ' + ":"' },
    ...checkPattern(context, patternOf(codec.key), "key"),
    provided("i > 0", expression(call(context.codec("checkDistinct"), comparison(context, codec.key, "entries[i - 1]![0]", "key")))),
    assign("at", '"value"'),
    ...writeValue(context, codec.value, "value", `${name}Value`),
    assign("at", '"key"'),
    NEXT,
  ];
  return context.add(`format${name}`, [context.jsonWriter(), `map: ${codecType(context, codec)}`], "void", [
    { prefix: "const entries = ", code: sortedEntries(context, codec.key, "map") },
    ...checkCount(context, codec.extent, "entries.length"),
    assignOut('"{"'),
    { prefix: "let i = ", code: "0" },
    { prefix: "let at = ", code: '"key"' },
    context.guard("`[${i}].${at}`", { head: "for (const [key, value] of entries)", body: entry }),
    assignOut('"}"'),
  ]);
}

const assignOut = (code: string): Statement => ({ prefix: "w.out += ", code });

function checkCount(context: ModuleContext, { min, max }: { min: number; max: number | null }, count: string): Statement[] {
  const bounds = sizeArguments(min, max);
  return bounds.length === 0 ? [] : [expression(call(context.codec("checkCount"), count, ...bounds))];
}

/** An expression for the quoted key. */
function keyToken(context: ModuleContext, key: Codec): Code {
  switch (key.op) {
    case "text":
      return call(context.json("quoted"), "key", ...sizes(key.extent));
    case "int":
      return call(context.json(isWide(key.int) ? "quotedBigInt" : "quotedInt"), "key", ...intBounds(key));
    case "brand":
      return keyToken(context, key.codec);
    case "unit":
      return call(context.scope.function(key.type, "nameOf"), "key");
    default:
      throw new Error(`${key.op} cannot be a key in JSON`);
  }
}

const patternOf = (key: Codec): number | null => (key.op === "brand" ? patternOf(key.codec) : key.op === "text" ? key.pattern : null);
