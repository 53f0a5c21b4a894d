/** Functions that read lists, arrays and maps of JSON. */
import type { Codec } from "../../../../codec/model.js";
import type { Code, Statement } from "../../code.js";
import { assign, call, declare, expression, flat, give, provided } from "../../code.js";
import { isWide } from "../../literals.js";
import { codecType } from "../codec-type.js";
import type { ModuleContext } from "../context.js";
import { intBounds } from "../integers.js";
import { comparison } from "../keys.js";
import { readValue, sizes } from "./read-values.js";

export function planListParser(context: ModuleContext, codec: Extract<Codec, { op: "list" | "array" }>, name: string): string {
  const type = codecType(context, codec);
  const { min, max } = codec.op === "list" ? codec.extent : { min: codec.size, max: codec.size };
  const element = readValue(context, codec.element, `${name}Element`);
  return context.add(`parse${name}`, [context.jsonReader()], type, [
    declare(`list: ${type}`, "[]"),
    declare("start", call(context.json("openArray"), "r")),
    { head: `while (${next(context, "nextElement", "list.length", max)})`, body: [context.guard("`[${list.length}]`", expression(call("list.push", element)))] },
    ...enough(context, "list.length", min),
    give("list"),
  ]);
}

/** Keys and punctuation are the map's own; a key's meaning is the entry's. */
export function planMapParser(context: ModuleContext, codec: Extract<Codec, { op: "map" }>, name: string): string {
  const type = codecType(context, codec);
  const { min, max } = codec.extent;
  const entry: Statement[] = [
    declare("keyStart", "r.pos"),
    declare("token", call(context.json("string"), "r")),
    assign("at", '"key"'),
    declare("key", readKey(context, codec.key)),
    provided("previous !== undefined", expression(call(context.json("ascending"), "r", "keyStart", comparison(context, codec.key, "previous", "key")))),
    assign("previous", "key"),
    assign("at", '""'),
    expression(call(context.json("colon"), "r")),
    assign("at", '"value"'),
    expression(call("map.set", "key", readValue(context, codec.value, `${name}Value`))),
    assign("at", '""'),
  ];
  return context.add(`parse${name}`, [context.jsonReader()], type, [
    declare("map", `new ${type}()`),
    { line: `let previous: ${codecType(context, codec.key)} | undefined;` },
    { prefix: "let at = ", code: '""' },
    context.guard(
      'at === "" ? "" : `[${map.size}].${at}`',
      declare("start", call(context.json("openMap"), "r")),
      { head: `while (${next(context, "nextEntry", "map.size", max)})`, body: entry },
      ...enough(context, "map.size", min),
    ),
    give("map"),
  ]);
}

function readKey(context: ModuleContext, key: Codec): Code {
  const read = (noun: string, ...args: string[]): Code => call(context.json(noun), "r", "keyStart", "token", ...args);
  switch (key.op) {
    case "text": {
      const text = sizes(key.extent).length === 0 ? "token" : read("textKey", ...sizes(key.extent));
      return key.pattern === null ? text : call(context.json("matching"), "r", "keyStart", text, context.scope.pattern(key.pattern));
    }
    case "int":
      return read(isWide(key.int) ? "bigIntKey" : "intKey", ...intBounds(key));
    case "brand":
      return call(context.scope.value(key.type), readKey(context, key.codec));
    case "unit":
      return call(context.scope.function(key.type, "named"), "r", "keyStart", "token");
    default:
      throw new Error(`${key.op} cannot be a key in JSON`);
  }
}

const next = (context: ModuleContext, step: string, found: string, max: number | null): string => flat(call(context.json(step), "r", "start", found, max === null ? undefined : String(max)));

const enough = (context: ModuleContext, found: string, min: number): Statement[] => (min === 0 ? [] : [expression(call(context.json("enough"), "r", "start", found, String(min)))]);
