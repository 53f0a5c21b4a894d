/** Statements that write values of the binary encodings. */
import type { Codec, CodecUnit } from "../../../../codec/model.js";
import type { Code, Statement } from "../../code.js";
import { call, expression, when } from "../../code.js";
import { integerLiteral } from "../../literals.js";
import { writtenFlags } from "../choices.js";
import { codecType } from "../codec-type.js";
import { constantBytes } from "../constants.js";
import type { ModuleContext } from "../context.js";
import { checkInt, extentArguments, floatBounds, isBounded } from "../integers.js";
import { writeHere, type WritePlace } from "./places.js";
import { planListWriter, planMapWriter } from "./write-lists.js";

/** `value`: an expression without side effects. `name`: what functions made for parts of the value are called after. */
export function writeValue(context: ModuleContext, codec: Codec, value: string, name: string): Statement[] {
  const scalar = writeScalar(context, codec, value, writeHere(context));
  if (scalar !== undefined) return [expression(scalar)];
  const write = (noun: string, ...args: Code[]): Statement => expression(call(context.binary(`write${noun}`), "w", ...args));
  switch (codec.op) {
    case "text": {
      const text = writeSized(context, "Text", codec.extent, value);
      return codec.pattern === null ? [text] : [text, expression(call(context.codec("checkPattern"), value, context.scope.pattern(codec.pattern)))];
    }
    case "bytes":
      return [writeSized(context, "Bytes", codec.extent, value)];
    case "list":
    case "array":
      return [expression(call(planListWriter(context, codec, name), "w", value))];
    case "map":
      return [expression(call(planMapWriter(context, codec, name), "w", value))];
    case "nullable":
      return [write("Bool", `${value} !== null`), when(`${value} !== null`, ...writeValue(context, codec.inner, value, `${name}Value`))];
    case "brand":
      return writeValue(context, codec.codec, value, name);
    case "duration":
      return [write("Duration", value)];
    case "socketAddress":
      return [write("SocketAddress", value)];
    case "window":
      return [expression(call(planWindowWriter(context, codec, name), "w", value))];
    case "unit":
      if (codec.family === "json") return [expression(call(context.json("writeEmbedded"), "w", value, context.scope.function(codec.type, "write json")))];
      return [expression(call(context.scope.function(codec.type, `write ${codec.family}`), "w", value))];
    default:
      throw new Error(`${codec.op} has no binary form`);
  }
}

function writeSized(context: ModuleContext, noun: "Text" | "Bytes", extent: Parameters<typeof extentArguments>[1], value: string): Statement {
  const [prefix, ...bounds] = extentArguments(context, extent);
  return expression(call(context.binary(`write${noun}`), "w", prefix, value, ...bounds));
}

/** What needs no function of its own, whose width is fixed; undefined for all else. Constants ignore `value`. */
export function writeScalar(context: ModuleContext, codec: Codec, value: string, place: WritePlace): Code | undefined {
  switch (codec.op) {
    case "int":
      return place.int(codec, isBounded(codec) ? checkInt(context, codec, value) : value);
    case "float":
      return place.float(codec, isBounded(codec) ? call(context.codec("checkFloat"), value, ...floatBounds(codec)) : value);
    case "bool":
      return place.bool(value);
    case "fixedBytes":
      return place.bytes(codec.size, value);
    case "constInt":
      return place.int(codec.int, integerLiteral(codec.int.int, codec.value));
    case "constBytes":
      return place.constant(constantBytes(context, codec.hex));
    case "reserved":
      return place.zeros(codec.size);
    case "brand":
      return writeScalar(context, codec.codec, value, place);
    case "unit":
      return codec.family === "json" ? undefined : writeChoice(context, context.unit(codec.type, codec.family), value, place);
    default:
      return undefined;
  }
}

function writeChoice(context: ModuleContext, unit: CodecUnit, value: string, place: WritePlace): Code | undefined {
  switch (unit.kind) {
    case "enum":
    case "bits":
      return place.int(unit.int, call(context.scope.function(unit.type, "from"), value));
    case "flags":
      return place.int(unit.int, writtenFlags(context, unit, value));
    default:
      return undefined;
  }
}

function planWindowWriter(context: ModuleContext, codec: Extract<Codec, { op: "window" }>, name: string): string {
  const [prefix, ...bounds] = extentArguments(context, codec.extent);
  return context.add(`write${name}`, [context.writer(), `value: ${codecType(context, codec)}`], "void", [
    { prefix: "const start = ", code: call(context.binary("openWrite"), "w", prefix) },
    ...writeValue(context, codec.content, "value", `${name}Content`),
    expression(call(context.binary("closeWrite"), "w", prefix, "start", ...bounds)),
  ]);
}

