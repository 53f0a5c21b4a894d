/** Expressions that read values of JSON. */
import type { Codec, CodecUnit, Extent } from "../../../../codec/model.js";
import type { Code } from "../../code.js";
import { call, choice, give, isChoice } from "../../code.js";
import { isWide } from "../../literals.js";
import { flagTable } from "../constants.js";
import { codecType } from "../codec-type.js";
import type { ModuleContext } from "../context.js";
import { floatBounds, intBounds, isBounded, sizeArguments, wide } from "../integers.js";
import { planListParser, planMapParser } from "./read-lists.js";

/** `name`: what functions made for parts of the value are called after. */
export function readValue(context: ModuleContext, codec: Codec, name: string): Code {
  const read = (noun: string, ...args: Code[]): Code => call(context.json(noun), "r", ...args);
  switch (codec.op) {
    case "int":
      return read(isWide(codec.int) ? "bigInt" : "int", ...intBounds(codec));
    case "float":
      return read(`f${codec.bits}`, ...(isBounded(codec) ? floatBounds(codec) : []));
    case "bool":
    case "jsonValue":
    case "duration":
    case "socketAddress":
      return read(codec.op);
    case "text": {
      const text = read("text", ...sizes(codec.extent));
      return codec.pattern === null ? text : read("matching", "r.pos", text, context.scope.pattern(codec.pattern));
    }
    case "bytes":
      return read(codec.json!, ...sizes(codec.extent));
    case "fixedBytes":
      return read(codec.json!, String(codec.size), String(codec.size));
    case "list":
    case "array":
      return call(planListParser(context, codec, name), "r");
    case "map":
      return call(planMapParser(context, codec, name), "r");
    case "nullable":
      return choice(read("isNull"), "null", readPart(context, codec.inner, `${name}Value`));
    case "brand":
      return call(context.scope.value(codec.type), readValue(context, codec.codec, name));
    case "window":
      return readValue(context, codec.content, name);
    case "unit":
      return readUnit(context, context.unit(codec.type, "json"));
    default:
      throw new Error(`${codec.op} is read as a member`);
  }
}

function readUnit(context: ModuleContext, unit: CodecUnit): Code {
  if (unit.kind !== "flags") return call(context.scope.function(unit.type, "read json"), "r");
  return call(context.json(wide("flags", unit.int.int)), "r", flagTable(context, unit));
}

export const sizes = ({ min, max }: Extent): string[] => sizeArguments(min, max);

/** The same as a part of another expression, where a choice would be hard to read. */
export function readPart(context: ModuleContext, codec: Codec, name: string): Code {
  const code = readValue(context, codec, name);
  if (!isChoice(code)) return code;
  return call(context.add(`parse${name}`, [context.jsonReader()], codecType(context, codec), [give(code)]), "r");
}
