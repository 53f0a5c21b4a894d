/** Expressions that read any value from canonical JSON: each is a new reference, or NULL. */
import type { Codec, EnumUnit, Extent, FlagsUnit } from "../../../codec/model.js";
import { setOf } from "./choices.js";
import { depthOfPart, depthOfUnit, depthParameter, inner, part, pattern, type Accelerator, type Context } from "./context.js";
import { bounds, floatBounds, integer, isSigned, sizes, text } from "./literals.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

export function readJson(codec: Codec, context: Context): string {
  switch (codec.op) {
    case "int":
      return `mw_json_${isSigned(codec) ? "signed" : "unsigned"}(r, ${bounds(codec)})`;
    case "float":
      return `mw_json_float_${codec.bits}(r, ${floatBounds(codec)})`;
    case "bool":
      return "mw_json_bool(r)";
    case "text":
      return `mw_json_text(r, ${sizes(codec.extent)}, ${pattern(codec.pattern)})`;
    case "bytes":
      return `mw_json_${codec.json!}(r, ${sizes(codec.extent)})`;
    case "fixedBytes":
      return `mw_json_${codec.json!}(r, ${codec.size}, ${codec.size})`;
    case "brand":
      return readJson(codec.codec, context);
    case "nullable":
      return `(mw_literal(r, ${text("null")}) ? mw_new_ref(Py_None) : ${readJson(codec.inner, context)})`;
    case "list":
      return readArray(codec.element, codec.extent, context);
    case "array":
      return readArray(codec.element, { kind: "delimited", min: codec.size, max: codec.size }, context);
    case "map":
      return readMap(codec, context);
    case "jsonValue":
      return `mw_json_free(r, ${context.depth ?? "0"})`;
    case "duration":
      return "mw_json_duration(r)";
    case "socketAddress":
      return "mw_json_address(r)";
    case "unit":
      return readUnit(codec, context);
    default:
      throw new Error(`${codec.op} has no JSON form of its own`);
  }
}

function readUnit(codec: Of<"unit">, context: Context): string {
  const { accelerator } = context;
  const unit = accelerator.model.unit(codec.family, codec.type);
  if (unit.kind === "enum") return `${readEnum(unit, accelerator)}(r)`;
  if (unit.kind === "flags") return `${readFlags(unit, accelerator)}(r)`;
  const beside = accelerator.model.standsBesideTag(codec.type) ? ", 0" : "";
  return `${accelerator.read("json", codec.type)}(r${depthOfUnit(codec, context)}${beside})`;
}

/** `name_x(r)`: a member by its name. */
function readName(unit: EnumUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`name_${accelerator.stem(unit.type)}`, (name) => {
    const objects = `${accelerator.table(unit.type)}__objects`;
    accelerator.source.add(`static PyObject *${name}(mw_reader *r)`, [
      ...unit.members.map(({ jsonName }, index) => `if (mw_literal(r, ${text(JSON.stringify(jsonName))})) return mw_new_ref(${objects}[${index}]);`),
      ...(unit.members.length === 0 ? ["(void)r;"] : []),
      "return NULL;",
    ]);
  });
}

/** The same; of an open enum also a number that has no name. */
function readEnum(unit: EnumUnit, accelerator: Accelerator): string {
  const byName = readName(unit, accelerator);
  if (!unit.open) return byName;
  return accelerator.source.once(`name_or_number_${accelerator.stem(unit.type)}`, (name) => {
    const signed = isSigned(unit.int);
    const [low, high] = bounds(unit.int).split(", ");
    accelerator.source.add(`static PyObject *${name}(mw_reader *r)`, [
      `${signed ? "int64_t" : "uint64_t"} found;`,
      `PyObject *member = ${byName}(r);`,
      "if (member != NULL || PyErr_Occurred()) return member;",
      `if (!mw_json_${signed ? "whole" : "magnitude"}(r, &found) || found < ${low} || found > ${high}) return NULL;`,
      "switch (found) {",
      ...unit.members.map(({ value }) => `  case ${integer(String(value), unit.int)}:`),
      ...(unit.members.length === 0 ? [] : ["    return NULL;"]),
      `  default: return mw_from_${signed ? "signed" : "unsigned"}(found);`,
      "}",
    ]);
  });
}

/** `names_x(r)`: flags, in bit order. */
function readFlags(unit: FlagsUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`names_${accelerator.stem(unit.type)}`, (name) => {
    accelerator.source.add(`static PyObject *${name}(mw_reader *r)`, [
      "uint64_t bits = 0;",
      "int any = 0;",
      `if (mw_literal(r, ${text("[]")})) return ${setOf(unit, accelerator)}(0);`,
      ...unit.flags.map(({ jsonName, bit }) => `if (mw_next(r, '[', &any, ${text(JSON.stringify(jsonName))})) bits |= UINT64_C(${1n << BigInt(bit)});`),
      `return any && mw_mark(r, ']') ? ${setOf(unit, accelerator)}(bits) : NULL;`,
    ]);
  });
}

/** A function of a part; gives its call. */
function partFunction(context: Context, body: string[]): string {
  const name = context.accelerator.source.name(context.stem);
  context.accelerator.source.add(`static PyObject *${name}(mw_reader *r${depthParameter(context)})`, body);
  return `${name}(r${depthOfPart(context)})`;
}

/** Reads what commas separate into `held`, a list or dict. */
const repeat = (held: string, make: string, count: string, marks: string, { min, max }: { min: number; max: number | null }, body: string[]): string[] => [
  `PyObject *${held} = ${make};`,
  `if (${held} == NULL) return NULL;`,
  "int more;",
  `while ((more = mw_more(r, ${marks}, ${count}(${held}) == 0)) > 0) {`,
  ...(max === null ? [] : [`  if (${count}(${held}) >= ${max}) break;`]),
  ...body.map((line) => `  ${line}`),
  "}",
  `if (more == 0${min > 0 ? ` && ${count}(${held}) >= ${min}` : ""}) return ${held};`,
  `Py_DECREF(${held});`,
  "return NULL;",
];

function readArray(element: Codec, extent: Extent, context: Context): string {
  const item = readJson(element, part(inner(context), "element"));
  return partFunction(context, repeat("list", "PyList_New(0)", "PyList_GET_SIZE", "'[', ']'", extent, [`if (!mw_append(list, ${item})) break;`]));
}

function readMap({ extent, key, value }: Of<"map">, context: Context): string {
  const [keyValue, itemValue] = [readKey(key, context), readJson(value, part(inner(context), "value"))];
  const body = repeat("entries", "PyDict_New()", "PyDict_GET_SIZE", "'{', '}'", extent, [
    `PyObject *key = ${keyValue};`,
    `PyObject *item = key != NULL && mw_mark(r, ':') ? ${itemValue} : NULL;`,
    "if (!mw_entry(entries, &before, key, item)) break;",
  ]);
  return partFunction(context, ["PyObject *before = NULL;", ...body]);
}

function readKey(codec: Codec, context: Context): string {
  switch (codec.op) {
    case "brand":
      return readKey(codec.codec, context);
    case "text":
      return readJson(codec, context);
    case "int":
      return `mw_json_${isSigned(codec) ? "signed" : "unsigned"}_key(r, ${bounds(codec)})`;
    case "unit": {
      const unit = context.accelerator.model.unit(codec.family, codec.type);
      if (unit.kind !== "enum") throw new Error(`${codec.type} cannot be a key in JSON`);
      return `${readName(unit, context.accelerator)}(r)`;
    }
    default:
      throw new Error(`${codec.op} cannot be a key in JSON`);
  }
}
