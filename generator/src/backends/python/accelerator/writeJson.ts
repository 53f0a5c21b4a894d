/** Expressions that write any value as JSON: each says whether that could be done. `source` is a borrowed reference, or NULL. */
import type { Codec, EnumUnit, Extent, FlagsUnit } from "../../../codec/model.js";
import { bitsOf, numberOf, variable } from "./choices.js";
import { depthOfPart, depthOfUnit, depthParameter, inner, part, pattern, type Accelerator, type Context } from "./context.js";
import { bounds, floatBounds, integer, isSigned, sizes, text } from "./literals.js";
import { eachEntry, keyKind } from "./writeBinary.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

export function writeJson(codec: Codec, source: string, context: Context): string {
  switch (codec.op) {
    case "int":
      return `mw_write_${isSigned(codec) ? "signed" : "unsigned"}(w, ${source}, ${bounds(codec)})`;
    case "float":
      return `mw_write_float_${codec.bits}(w, ${source}, ${floatBounds(codec)})`;
    case "bool":
      return `mw_write_bool(w, ${source})`;
    case "text":
      return `mw_write_string(w, ${source}, ${sizes(codec.extent)}, ${pattern(codec.pattern)})`;
    case "bytes":
      return `mw_write_${codec.json!}(w, ${source}, ${sizes(codec.extent)})`;
    case "fixedBytes":
      return `mw_write_${codec.json!}(w, ${source}, ${codec.size}, ${codec.size})`;
    case "brand":
      return writeJson(codec.codec, source, context);
    case "nullable":
      return `(${source} == Py_None ? mw_raw(w, ${text("null")}) : ${writeJson(codec.inner, source, context)})`;
    case "list":
      return writeArray(codec.element, codec.extent, source, context);
    case "array":
      return writeArray(codec.element, { kind: "delimited", min: codec.size, max: codec.size }, source, context);
    case "map":
      return writeMap(codec, source, context);
    case "jsonValue":
      return `mw_write_free(w, ${source}, ${context.depth ?? "0"})`;
    case "duration":
      return `mw_write_json_duration(w, ${source})`;
    case "socketAddress":
      return `mw_write_json_address(w, ${source})`;
    case "unit":
      return writeUnit(codec, source, context);
    default:
      throw new Error(`${codec.op} has no JSON form of its own`);
  }
}

function writeUnit(codec: Of<"unit">, source: string, context: Context): string {
  const { accelerator } = context;
  const unit = accelerator.model.unit(codec.family, codec.type);
  if (unit.kind === "enum") return `${writeName(unit, unit.open, accelerator)}(w, ${source})`;
  if (unit.kind === "flags") return `${writeFlags(unit, accelerator)}(w, ${source})`;
  const beside = accelerator.model.standsBesideTag(codec.type) ? ", 0" : "";
  return `${accelerator.write("json", codec.type)}(w, ${source}${depthOfUnit(codec, context)}${beside})`;
}

/** A function that writes a member's name; with `numbers`, also a number that has none. */
function writeName(unit: EnumUnit, numbers: boolean, accelerator: Accelerator): string {
  return accelerator.source.once(`write_${numbers ? "name_or_number" : "name"}_${accelerator.stem(unit.type)}`, (name) => {
    const found = variable(unit.int);
    const magnitude = isSigned(unit.int) ? "whole < 0 ? 0 - (uint64_t)whole : (uint64_t)whole, whole < 0" : "number, 0";
    accelerator.source.add(`static int ${name}(mw_writer *w, PyObject *value)`, [
      `if (!${numberOf(unit, accelerator)}(value, &${found})) return 0;`,
      `switch (${found}) {`,
      ...unit.members.map(({ value, jsonName }) => `  case ${integer(String(value), unit.int)}: return mw_raw(w, ${text(JSON.stringify(jsonName))});`),
      `  default: return ${numbers ? `mw_write_digits(w, ${magnitude})` : "0"};`,
      "}",
    ]);
  });
}

function writeFlags(unit: FlagsUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`write_names_${accelerator.stem(unit.type)}`, (name) => {
    accelerator.source.add(`static int ${name}(mw_writer *w, PyObject *value)`, [
      "int any = 0;",
      `if (!${bitsOf(unit, "value", accelerator)}) return 0;`,
      ...unit.flags.map(({ jsonName, bit }) => `if ((number & UINT64_C(${1n << BigInt(bit)})) != 0 && !mw_write_next(w, '[', &any, ${text(JSON.stringify(jsonName))})) return 0;`),
      `return any ? mw_raw(w, ${text("]")}) : mw_raw(w, ${text("[]")});`,
    ]);
  });
}

/** A function of a part; gives its call. */
function partFunction(source: string, context: Context, body: string[]): string {
  const name = context.accelerator.source.name(context.stem);
  context.accelerator.source.add(`static int ${name}(mw_writer *w, PyObject *value${depthParameter(context)})`, body);
  return `${name}(w, ${source}${depthOfPart(context)})`;
}

function writeArray(element: Codec, extent: Extent, source: string, context: Context): string {
  return partFunction(source, context, [
    `if (!mw_is_list(value, ${sizes(extent)}) || !mw_raw(w, ${text("[")})) return 0;`,
    "const Py_ssize_t count = PyList_GET_SIZE(value);",
    "for (Py_ssize_t i = 0; i < count; i++) {",
    `  if (i > 0 && !mw_raw(w, ${text(",")})) return 0;`,
    `  if (!(${writeJson(element, "PyList_GET_ITEM(value, i)", part(inner(context), "element"))})) return 0;`,
    "}",
    `return mw_raw(w, ${text("]")});`,
  ]);
}

function writeMap({ extent, key, value }: Of<"map">, source: string, context: Context): string {
  const item = writeJson(value, "entries[i].value", part(inner(context), "value"));
  const entry = `(i == 0 || mw_raw(w, ${text(",")})) && ${writeKey(key, context)} && mw_raw(w, ${text(":")}) && ${item}`;
  const lines = eachEntry(keyKindOf(key, context), extent, [`int written = mw_raw(w, ${text("{")});`], entry);
  return partFunction(source, context, lines.map((line) => (line === "return written;" ? `return written && mw_raw(w, ${text("}")});` : line)));
}

/** Enums are ordered by their numbers, also where their names are written. */
function keyKindOf(codec: Codec, context: Context): string {
  if (codec.op !== "unit") return keyKind(codec, context);
  const unit = context.accelerator.model.unit(codec.family, codec.type);
  return unit.kind === "enum" && isSigned(unit.int) ? "MW_KEY_SIGNED" : "MW_KEY_UNSIGNED";
}

function writeKey(codec: Codec, context: Context): string {
  const key = "entries[i].key";
  switch (codec.op) {
    case "brand":
      return writeKey(codec.codec, context);
    case "int":
      return `mw_raw(w, ${text('"')}) && ${writeJson(codec, key, context)} && mw_raw(w, ${text('"')})`;
    case "unit": {
      const unit = context.accelerator.model.unit(codec.family, codec.type);
      if (unit.kind !== "enum") throw new Error(`${codec.type} cannot be a key in JSON`);
      return `${writeName(unit, false, context.accelerator)}(w, ${key})`;
    }
    default:
      return writeJson(codec, key, context);
  }
}
