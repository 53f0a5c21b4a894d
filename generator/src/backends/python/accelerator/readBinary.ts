/** Expressions that read any value from bytes: each is a new reference, or NULL. */
import type { Codec, Extent, IntCodec } from "../../../codec/model.js";
import { boundsOf, intSlot } from "../codecs/slots.js";
import { choiceOf, depthOfPart, depthOfUnit, depthParameter, inner, part, pattern, prefixOf, slotIn, type Context } from "./context.js";
import { memberOf, setOf, splitOf, variable } from "./choices.js";
import { bounds, floatBounds, integer, isSigned, sizes, text } from "./literals.js";
import { canNest } from "./nesting.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

export function readValue(codec: Codec, context: Context): string {
  if (codec.op === "brand") return readValue(codec.codec, context);
  const slot = slotIn(codec, context);
  if (slot) return `((from = mw_take(r, ${slot.size})) == NULL ? NULL : ${slotValue(codec, "from", context)})`;
  switch (codec.op) {
    case "int":
      return isSigned(codec) ? `mw_read_zigzag(r, ${bounds(codec)})` : `mw_read_varint(r, ${bounds(codec)})`;
    case "text":
      return `mw_read_text(r, ${prefixOf(codec.extent)}, ${sizes(codec.extent)}, ${pattern(codec.pattern)})`;
    case "bytes":
      return `mw_read_octets(r, ${prefixOf(codec.extent)}, ${sizes(codec.extent)})`;
    case "nullable":
      return readOption(codec.inner, context);
    case "list":
      return readList(codec.element, codec.extent, codec.elementMinSize, context);
    case "array":
      return readArray(codec, context);
    case "map":
      return readMap(codec, context);
    case "window":
      return readWindow(codec, context);
    case "duration":
      return "mw_read_duration(r)";
    case "socketAddress":
      return "mw_read_address(r)";
    case "unit":
      return readUnit(codec, context);
    default:
      throw new Error(`${codec.op} cannot be read from bytes`);
  }
}

/** A byte 0, or 1 and the value. */
export const readOption = (codec: Codec, context: Context): string =>
  `((from = mw_take(r, 1)) == NULL || *from > 1 ? NULL : *from == 0 ? mw_new_ref(Py_None) : ${readValue(codec, context)})`;

/** An integer where it stands. */
export function load(int: IntCodec, from: string): string {
  const slot = intSlot(int)!;
  const raw = `mw_load_u${slot.size * 8}${slot.endian ?? ""}(${from})`;
  return isSigned(int) ? `(int${slot.size * 8}_t)${raw}` : raw;
}

/** A value of a fixed width that begins at `from`; its bytes are there. */
export function slotValue(codec: Codec, from: string, context: Context): string {
  switch (codec.op) {
    case "int": {
      const kind = isSigned(codec) ? "signed" : "unsigned";
      return codec.min === null && codec.max === null ? `mw_from_${kind}(${load(codec, from)})` : `mw_${kind}_within(${load(codec, from)}, ${bounds(codec)})`;
    }
    case "float":
      return `mw_float_${codec.bits}(mw_load_u${codec.bits}${codec.form}(${from}), ${floatBounds(codec)})`;
    case "bool":
      return `mw_from_bool(*(${from}))`;
    case "fixedBytes":
      return `mw_octets(${from}, ${codec.size})`;
    case "brand":
      return slotValue(codec.codec, from, context);
    case "unit":
      return choiceValue(codec, (int) => load(int, from), context);
    default:
      throw new Error(`${codec.op} has no value of a fixed width`);
  }
}

function choiceValue(codec: Of<"unit">, number: (int: IntCodec) => string, context: Context): string {
  const unit = choiceOf(codec, context)!;
  const convert = { enum: memberOf, flags: setOf, bits: splitOf }[unit.kind] as (unit: unknown, accelerator: Context["accelerator"]) => string;
  return `${convert(unit, context.accelerator)}(${number(unit.int)})`;
}

/** Whether what is no part of a value stands at `from`. */
export function slotTest(codec: Codec, from: string): string {
  switch (codec.op) {
    case "constInt":
      return `${load(codec.int, from)} == ${integer(codec.value, codec.int)}`;
    case "constBytes":
      return `memcmp(${from}, ${text(Buffer.from(codec.hex, "hex"))}) == 0`;
    case "reserved":
      return `mw_all_zero(${from}, ${codec.size})`;
    default:
      throw new Error(`${codec.op} is part of a value`);
  }
}

/** Reads a varint into the variable of its type. */
export function readNumber(int: IntCodec): string {
  const { low, high } = boundsOf(int);
  return isSigned(int) ? `mw_zigzag(r, ${integer(low, int)}, ${integer(high, int)}, &whole)` : `mw_varint(r, ${integer(high, int)}, &number)`;
}

/** Passes a varint that is always the same. */
export const passVarint = ({ int, value }: Of<"constInt">): string => `${readNumber(int)} && ${variable(int)} == ${integer(value, int)}`;

function readUnit(codec: Of<"unit">, context: Context): string {
  const { accelerator, family } = context;
  if (choiceOf(codec, context)) return choiceVarint(codec, context);
  const beside = codec.family === "json" && accelerator.model.standsBesideTag(codec.type) ? ", 0" : "";
  const read = `${accelerator.read(codec.family, codec.type)}(r${depthOfUnit(codec, context)}${beside})`;
  return codec.family === "json" && family !== "json" ? `mw_filled(r, ${read})` : read;
}

function choiceVarint(codec: Of<"unit">, context: Context): string {
  const { int } = choiceOf(codec, context)!;
  return `(${readNumber({ ...int, min: null, max: null })} ? ${choiceValue(codec, variable, context)} : NULL)`;
}

/** A function of a part; gives its call. */
function partFunction(context: Context, body: string[]): string {
  const name = context.accelerator.source.name(context.stem);
  context.accelerator.source.add(`static PyObject *${name}(mw_reader *r${depthParameter(context)})`, body);
  return `${name}(r${depthOfPart(context)})`;
}

function readList(element: Codec, extent: Extent, least: number, context: Context): string {
  const item = readValue(element, part(inner(context), "element"));
  if (extent.kind === "rest") {
    return partFunction(context, [
      "PyObject *list = PyList_New(0);",
      "if (list == NULL) return NULL;",
      "while (r->at < r->end) {",
      `  PyObject *item = ${extent.max === null ? "" : `PyList_GET_SIZE(list) >= ${extent.max} ? NULL : `}${item};`,
      "  if (!mw_append(list, item)) return Py_DECREF(list), NULL;",
      "}",
      ...(extent.min > 0 ? [`if (PyList_GET_SIZE(list) < ${extent.min}) return Py_DECREF(list), NULL;`] : []),
      "return list;",
    ]);
  }
  const count = ["size_t count;", `if (!mw_read_size(r, ${prefixOf(extent)}, ${sizes(extent)}, ${least}, &count)) return NULL;`];
  return partFunction(context, [...count, ...elements(item, canNest(element, context))]);
}

/** A list of `count` elements; one that may hold others like it grows only as they come, so that counts that lie cost nothing. */
const elements = (item: string, nests: boolean): string[] => [
  `PyObject *list = PyList_New(${nests ? "0" : "(Py_ssize_t)count"});`,
  "if (list == NULL) return NULL;",
  "for (size_t i = 0; i < count; i++) {",
  `  PyObject *item = ${item};`,
  ...(nests ? ["  if (!mw_append(list, item)) return Py_DECREF(list), NULL;"] : ["  if (item == NULL) return Py_DECREF(list), NULL;", "  PyList_SET_ITEM(list, (Py_ssize_t)i, item);"]),
  "}",
  "return list;",
];

function readArray({ size, element }: Of<"array">, context: Context): string {
  const item = readValue(element, part(inner(context), "element"));
  return partFunction(context, [`const size_t count = ${size};`, ...elements(item, true)]);
}

function readMap({ extent, key, value, entryMinSize }: Of<"map">, context: Context): string {
  const [keyValue, itemValue] = [readValue(key, part(inner(context), "key")), readValue(value, part(inner(context), "value"))];
  const rest = extent.kind === "rest";
  return partFunction(context, [
    ...(rest ? [] : ["size_t count;", `if (!mw_read_size(r, ${prefixOf(extent)}, ${sizes(extent)}, ${entryMinSize}, &count)) return NULL;`]),
    "PyObject *entries = PyDict_New(), *before = NULL;",
    "if (entries == NULL) return NULL;",
    rest ? "while (r->at < r->end) {" : "for (size_t i = 0; i < count; i++) {",
    `  PyObject *key = ${keyValue};`,
    `  PyObject *item = key == NULL ? NULL : ${itemValue};`,
    "  if (!mw_entry(entries, &before, key, item)) return Py_DECREF(entries), NULL;",
    "}",
    ...(rest ? [`if ((uint64_t)PyDict_GET_SIZE(entries) < ${extent.min} || (uint64_t)PyDict_GET_SIZE(entries) > ${extent.max ?? "UINT64_MAX"}) return Py_DECREF(entries), NULL;`] : []),
    "return entries;",
  ]);
}

function readWindow({ extent, content }: Of<"window">, context: Context): string {
  const read = readValue(content, part(inner(context), "content"));
  return partFunction(context, [
    `const uint8_t *outer = r->end, *edge = mw_window(r, ${prefixOf(extent)}, ${sizes(extent)});`,
    "if (edge == NULL) return NULL;",
    "r->end = edge;",
    `PyObject *value = mw_filled(r, ${read});`,
    "r->end = outer;",
    "return value;",
  ]);
}
