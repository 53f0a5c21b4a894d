/** Statements that write values of JSON. */
import type { Codec, CodecUnit, FlagsUnit } from "../../../../codec/model.js";
import type { Code, Statement } from "../../code.js";
import { call, expression } from "../../code.js";
import { isWide } from "../../literals.js";
import { writtenFlags } from "../choices.js";
import { flagTable } from "../constants.js";
import type { ModuleContext } from "../context.js";
import { floatBounds, intBounds, isBounded, wide } from "../integers.js";
import { sizes } from "./read-values.js";
import { planListFormatter, planMapFormatter } from "./write-lists.js";

const NOUNS = { hex: "Hex", base64: "Base64", ints: "Ints" } as const;

/** `value`: an expression without side effects. `name`: what functions made for parts of the value are called after. */
export function writeValue(context: ModuleContext, codec: Codec, value: string, name: string): Statement[] {
  const write = (noun: string, ...args: Code[]): Statement => expression(call(context.json(`write${noun}`), "w", value, ...args));
  switch (codec.op) {
    case "int":
      return [write(isWide(codec.int) ? "BigInt" : "Int", ...intBounds(codec))];
    case "float":
      return [write(`F${codec.bits}`, ...(isBounded(codec) ? floatBounds(codec) : []))];
    case "bool":
      return [write("Bool")];
    case "jsonValue":
      return [write("JsonValue")];
    case "duration":
      return [write("Duration")];
    case "socketAddress":
      return [write("SocketAddress")];
    case "text":
      return [write("Text", ...sizes(codec.extent)), ...checkPattern(context, codec.pattern, value)];
    case "bytes":
      return [write(NOUNS[codec.json!], ...sizes(codec.extent))];
    case "fixedBytes":
      return [write(NOUNS[codec.json!], String(codec.size), String(codec.size))];
    case "list":
    case "array":
      return [expression(call(planListFormatter(context, codec, name), "w", value))];
    case "map":
      return [expression(call(planMapFormatter(context, codec, name), "w", value))];
    case "nullable":
      return [{ condition: `${value} === null`, yes: [{ prefix: "w.out += ", code: '"null"' }], no: writeValue(context, codec.inner, value, `${name}Value`) }];
    case "brand":
      return writeValue(context, codec.codec, value, name);
    case "window":
      return writeValue(context, codec.content, value, name);
    case "unit":
      return [writeUnit(context, context.unit(codec.type, "json"), value)];
    default:
      throw new Error(`${codec.op} is written as a member`);
  }
}

function writeUnit(context: ModuleContext, unit: CodecUnit, value: string): Statement {
  if (unit.kind === "flags") return writeFlags(context, unit, value);
  return expression(call(context.scope.function(unit.type, "write json"), "w", value));
}

function writeFlags(context: ModuleContext, unit: FlagsUnit, value: string): Statement {
  return expression(call(context.json(wide("writeFlags", unit.int.int)), "w", writtenFlags(context, unit, value), flagTable(context, unit)));
}

export function checkPattern(context: ModuleContext, pattern: number | null, value: string): Statement[] {
  return pattern === null ? [] : [expression(call(context.codec("checkPattern"), value, context.scope.pattern(pattern)))];
}
