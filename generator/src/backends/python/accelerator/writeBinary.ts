/** Expressions that write any value as bytes: each says whether that could be done. `source` is a borrowed reference, or NULL. */
import type { Codec, Extent, IntCodec } from "../../../codec/model.js";
import { intSlot } from "../codecs/slots.js";
import { bitsOf, joinOf, numberOf, variable } from "./choices.js";
import { choiceOf, depthOfPart, depthOfUnit, depthParameter, inner, part, pattern, prefixOf, slotIn, type Context } from "./context.js";
import { bounds, floatBounds, integer, isSigned, sizes, text } from "./literals.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

export function writeValue(codec: Codec, source: string, context: Context): string {
  if (codec.op === "brand") return writeValue(codec.codec, source, context);
  const slot = slotIn(codec, context);
  if (slot) return `(to = mw_room(w, ${slot.size})) != NULL && ${writeSlot(codec, source, "to", context)}`;
  switch (codec.op) {
    case "int":
      return `${checked(codec, source)} && ${writeNumber(codec)}`;
    case "constInt":
      return isSigned(codec.int) ? `mw_write_zigzag(w, ${integer(codec.value, codec.int)})` : `mw_write_varint(w, ${integer(codec.value, codec.int)})`;
    case "text":
      return `mw_write_text(w, ${prefixOf(codec.extent)}, ${source}, ${sizes(codec.extent)}, ${pattern(codec.pattern)})`;
    case "bytes":
      return `mw_write_octets(w, ${prefixOf(codec.extent)}, ${source}, ${sizes(codec.extent)})`;
    case "nullable":
      return writeOption(codec.inner, source, context);
    case "list":
      return writeList(codec.element, codec.extent, source, context);
    case "array":
      return writeList(codec.element, { kind: "rest", min: codec.size, max: codec.size }, source, context);
    case "map":
      return writeMap(codec, source, context);
    case "window":
      return writeWindow(codec, source, context);
    case "duration":
      return `mw_write_duration(w, ${source})`;
    case "socketAddress":
      return `mw_write_address(w, ${source})`;
    case "unit":
      return writeUnit(codec, source, context);
    default:
      throw new Error(`${codec.op} cannot be written as bytes`);
  }
}

/** A byte 0, or 1 and the value. */
export const writeOption = (codec: Codec, source: string, context: Context): string =>
  `(${source} == Py_None ? mw_raw(w, ${text("\0")}) : mw_raw(w, ${text("\x01")}) && ${writeValue(codec, source, context)})`;

/** Puts an integer within its bounds into the variable of its type. */
const checked = (codec: IntCodec, source: string): string => `mw_${isSigned(codec) ? "signed" : "unsigned"}(${source}, ${bounds(codec)}, &${variable(codec)})`;
const writeNumber = (int: IntCodec): string => (isSigned(int) ? "mw_write_zigzag(w, whole)" : "mw_write_varint(w, number)");

function store(int: IntCodec, to: string, value: string): string {
  const slot = intSlot(int)!;
  return `mw_store_u${slot.size * 8}${slot.endian ?? ""}(${to}, ${value})`;
}

/** A value of a fixed width, to where there is room for it. */
export function writeSlot(codec: Codec, source: string, to: string, context: Context): string {
  switch (codec.op) {
    case "int":
      return `${checked(codec, source)} && ${store(codec, to, `(uint64_t)${variable(codec)}`)}`;
    case "float": {
      const bits = codec.bits === 32 ? "single" : "number";
      return `mw_float_bits_${codec.bits}(${source}, ${floatBounds(codec)}, &${bits}) && mw_store_u${codec.bits}${codec.form}(${to}, ${bits})`;
    }
    case "bool":
      return `mw_bool(${source}, ${to})`;
    case "fixedBytes":
      return `mw_store_octets(${to}, ${source}, ${codec.size})`;
    case "constInt":
      return store(codec.int, to, `(uint64_t)${integer(codec.value, codec.int)}`);
    case "constBytes":
      return `mw_store_bytes(${to}, ${text(Buffer.from(codec.hex, "hex"))})`;
    case "reserved":
      return `mw_store_zeros(${to}, ${codec.size})`;
    case "brand":
      return writeSlot(codec.codec, source, to, context);
    case "unit": {
      const { int } = choiceOf(codec, context)!;
      return `${choiceNumber(codec, source, context)} && ${store(int, to, `(uint64_t)${variable(int)}`)}`;
    }
    default:
      throw new Error(`${codec.op} has no fixed width`);
  }
}

/** Puts the number of an enum, flags or bits into the variable of its type. */
function choiceNumber(codec: Of<"unit">, source: string, context: Context): string {
  const unit = choiceOf(codec, context)!;
  switch (unit.kind) {
    case "enum":
      return `${numberOf(unit, context.accelerator)}(${source}, &${variable(unit.int)})`;
    case "flags":
      return bitsOf(unit, source, context.accelerator);
    case "bits":
      return `${joinOf(unit, context.accelerator)}(${source}, &number)`;
  }
}

function writeUnit(codec: Of<"unit">, source: string, context: Context): string {
  const unit = choiceOf(codec, context);
  if (unit) return `${choiceNumber(codec, source, context)} && ${writeNumber(unit.int)}`;
  const { accelerator } = context;
  const beside = codec.family === "json" && accelerator.model.standsBesideTag(codec.type) ? ", 0" : "";
  return `${accelerator.write(codec.family, codec.type)}(w, ${source}${depthOfUnit(codec, context)}${beside})`;
}

/** A function of a part; gives its call. */
function partFunction(source: string, context: Context, body: string[]): string {
  const name = context.accelerator.source.name(context.stem);
  context.accelerator.source.add(`static int ${name}(mw_writer *w, PyObject *value${depthParameter(context)})`, body);
  return `${name}(w, ${source}${depthOfPart(context)})`;
}

function writeList(element: Codec, extent: Extent, source: string, context: Context): string {
  return partFunction(source, context, [
    `if (!mw_is_list(value, ${sizes(extent)})) return 0;`,
    "const Py_ssize_t count = PyList_GET_SIZE(value);",
    `if (!mw_write_size(w, ${prefixOf(extent)}, (uint64_t)count)) return 0;`,
    "for (Py_ssize_t i = 0; i < count; i++) {",
    `  if (!(${writeValue(element, "PyList_GET_ITEM(value, i)", part(inner(context), "element"))})) return 0;`,
    "}",
    "return 1;",
  ]);
}

/** By what keys are put in order. */
export function keyKind(codec: Codec, context: Context): string {
  switch (codec.op) {
    case "brand":
      return keyKind(codec.codec, context);
    case "text":
      return "MW_KEY_TEXT";
    case "bytes":
    case "fixedBytes":
      return "MW_KEY_OCTETS";
    case "int":
      return isSigned(codec) ? "MW_KEY_SIGNED" : "MW_KEY_UNSIGNED";
    case "unit":
      return isSigned(choiceOf(codec, context)!.int) ? "MW_KEY_SIGNED" : "MW_KEY_UNSIGNED";
    default:
      throw new Error(`${codec.op} is no key`);
  }
}

/** Writes each entry of a dict, in order; `body` uses `entries[i]`, and must end in success. */
export const eachEntry = (kind: string, extent: Extent, prefix: string[], body: string): string[] => [
  "size_t count;",
  `mw_entry_of *entries = mw_entries(value, ${kind}, ${sizes(extent)}, &count);`,
  "if (entries == NULL) return 0;",
  ...prefix,
  "for (size_t i = 0; written && i < count; i++) {",
  `  written = ${body};`,
  "}",
  "PyMem_Free(entries);",
  "return written;",
];

function writeMap({ extent, key, value }: Of<"map">, source: string, context: Context): string {
  const entry = `${writeValue(key, "entries[i].key", part(inner(context), "key"))} && ${writeValue(value, "entries[i].value", part(inner(context), "value"))}`;
  return partFunction(source, context, eachEntry(keyKind(key, context), extent, [`int written = mw_write_size(w, ${prefixOf(extent)}, count);`], entry));
}

function writeWindow({ extent, content }: Of<"window">, source: string, context: Context): string {
  const prefix = prefixOf(extent);
  return partFunction(source, context, [
    `const size_t mark = mw_open_window(w, ${prefix});`,
    `return mark != SIZE_MAX && ${writeValue(content, "value", part(inner(context), "content"))} && mw_close_window(w, ${prefix}, mark, ${sizes(extent)});`,
  ]);
}
