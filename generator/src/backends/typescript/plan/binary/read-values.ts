/** Reads values of the binary encodings where the reader stands. */
import type { Codec } from "../../../../codec/model.js";
import type { Code } from "../../code.js";
import { call, choice, give, isChoice } from "../../code.js";
import { codecType } from "../codec-type.js";
import type { ModuleContext } from "../context.js";
import { extentArguments } from "../integers.js";
import { readHere } from "./places.js";
import { planArrayReader, planListReader, planMapReader } from "./read-lists.js";
import { readScalar } from "./read-scalars.js";

/** An expression that reads a value. `name` is what functions made for parts of it are called after. */
export function readValue(context: ModuleContext, codec: Codec, name: string): Code {
  const scalar = readScalar(context, codec, readHere(context));
  if (scalar !== undefined) return scalar;
  switch (codec.op) {
    case "text": {
      const text = call(context.binary("text"), "r", ...extentArguments(context, codec.extent));
      return codec.pattern === null ? text : call(context.binary("matching"), "r.pos", text, context.scope.pattern(codec.pattern));
    }
    case "bytes":
      return call(context.binary("bytes"), "r", ...extentArguments(context, codec.extent));
    case "list":
      return call(planListReader(context, codec, name), "r");
    case "array":
      return call(planArrayReader(context, codec, name), "r");
    case "map":
      return call(planMapReader(context, codec, name), "r");
    case "nullable":
      return choice(call(context.binary("bool"), "r"), readPart(context, codec.inner, `${name}Value`), "null");
    case "brand":
      return call(context.scope.value(codec.type), readValue(context, codec.codec, name));
    case "duration":
    case "socketAddress":
      return call(context.binary(codec.op), "r");
    case "window": {
      const open = call(context.binary("open"), "r", ...extentArguments(context, codec.extent));
      return call(context.binary("close"), "r", open, readPart(context, codec.content, `${name}Content`));
    }
    case "unit":
      if (codec.family === "json") return call(context.json("embedded"), "r", context.scope.function(codec.type, "read json"));
      return call(context.scope.function(codec.type, `read ${codec.family}`), "r");
    default:
      throw new Error(`${codec.op} has no binary form`);
  }
}

/** The same as a part of another expression, where a choice would be hard to read. */
export function readPart(context: ModuleContext, codec: Codec, name: string): Code {
  const code = readValue(context, codec, name);
  if (!isChoice(code)) return code;
  return call(context.add(`read${name}`, [context.reader()], codecType(context, codec), [give(code)]), "r");
}
