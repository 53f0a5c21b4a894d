/** Reading any value from bytes: `data`, from `at`, up to the window's edge. */
import type { Codec, Extent } from "../../../codec/model.js";
import { annotationOf } from "../natives.js";
import { block, call, type Line } from "../source.js";
import { depthArgument, element, entryPart, local, slice, slotIn, text, within, withinPlace, type Context } from "./context.js";
import { checkPresent, checkSize, prefixOf, startBehind, type Known } from "./prefixes.js";
import { loadVarint, readSlot, readVarint, varintOf } from "./readScalars.js";
import { intSlot, type Slot } from "./slots.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

/** Statements that read one value into `target`, a local or an attribute; null for what is no part of a value. */
export function readValue(codec: Codec, target: string | null, context: Context): Line[] {
  if (codec.op === "brand") return readBrand(codec, target!, context, (inner, local_) => readValue(inner, local_, context));
  const slot = slotIn(codec, context);
  if (slot) return readSlot(codec, slot, target, context);
  const varint = varintOf(codec, context);
  if (varint) return readVarint(codec, varint, target, context);
  return readPrefixed(codec, target!, context);
}

function readPrefixed(codec: Codec, target: string, context: Context): Line[] {
  const prefix = prefixOf(codec);
  if (!prefix) return readBody(codec, target, { number: `${context.end} - at`, start: "at" }, context);
  const number = local(context, prefix.role);
  const slot = intSlot(prefix.int);
  if (slot) return [...readSlot({ ...prefix.int, min: null, max: null }, slot, number, context), ...readBody(codec, target, { number, start: startBehind(prefix.int) }, context)];
  const start = local(context, "start");
  return [`${start} = at`, ...loadVarint(prefix.int, number, context), ...readBody(codec, target, { number, start }, context)];
}

/** A branded type is nothing at run time, so whatever was read is one. */
function readBrand({ codec }: Of<"brand">, target: string, context: Context, read: (inner: Codec, into: string) => Line[]): Line[] {
  const into = local(context);
  return [`${into}: ${context.scope.std("typing")}.Any`, ...read(codec, into), `${target} = ${into}`];
}

/** The value behind its prefix; without one, `known` tells of the rest of the window. */
export function readBody(codec: Codec, target: string, known: Known, context: Context): Line[] {
  switch (codec.op) {
    case "brand":
      return readBrand(codec, target, context, (inner, into) => readBody(inner, into, known, context));
    case "nullable":
      return [...checkPresent(known, context), block(`if ${known.number}:`, readValue(codec.inner, target, context)), block("else:", [`${target} = None`])];
    case "text":
      return readText(codec, target, known, context);
    case "bytes":
      return [...checkSize(codec.extent, known, 1, context), `${target} = ${slice("data", "at", stopOf(codec.extent, known, context))}`, passed(codec.extent, known, context)];
    case "list":
      return readList(codec, target, known, context);
    case "array":
      return readArray(codec, target, context);
    case "map":
      return readMap(codec, target, known, context);
    case "window":
      return readWindow(codec, target, known, context);
    case "duration":
      return [call(`${target}, at = ${context.scope.runtime("_reading", "duration")}`, ["data", "at", context.end, text(context.path)])];
    case "socketAddress":
      return [call(`${target}, at = ${context.scope.runtime("_reading", "address")}`, ["data", "at", context.end, text(context.path)])];
    case "unit":
      return readUnit(codec, target, context);
    default:
      throw new Error(`${codec.op} cannot be read from bytes`);
  }
}

const stopOf = ({ kind }: Extent, { number }: Known, { end }: Context): string => (kind === "rest" ? end : `at + ${number}`);
const passed = ({ kind }: Extent, { number }: Known, { end }: Context): string => (kind === "rest" ? `at = ${end}` : `at += ${number}`);

function readText({ extent, pattern }: Of<"text">, target: string, known: Known, context: Context): Line[] {
  const { scope, path } = context;
  const bytes = slice("data", "at", stopOf(extent, known, context));
  const lines: Line[] = [
    ...checkSize(extent, known, 1, context),
    block("try:", [`${target} = ${bytes}.decode()`]),
    block("except UnicodeDecodeError:", [call(`raise ${scope.runtime("_refuse", "invalid_utf8")}`, [known.start, text(path)], " from None")]),
  ];
  if (pattern !== null) {
    const table = scope.pattern(pattern);
    const mismatch = call(`raise ${scope.runtime("_refuse", "pattern_mismatch")}`, [known.start, text(path), `${table}.source`]);
    lines.push(block(`if not ${table}.matches(${bytes}):`, [mismatch]));
  }
  return [...lines, passed(extent, known, context)];
}

function readList(codec: Of<"list">, target: string, known: Known, context: Context): Line[] {
  const bulk = codec.extent.kind === "prefix" ? bulkOf(codec.element, context) : null;
  const sized = codec.extent.kind === "prefix" ? checkSize(codec.extent, known, codec.elementMinSize, context) : [];
  if (bulk) return [...sized, ...readBulk(bulk, target, known.number, context)];
  const items = local(context, "items");
  const read = (inner: Context): Line[] => readItem(codec.element, `${items}.append`, inner);
  return [`${items}: ${annotationOf(codec, context.scope)} = []`, ...sized, ...repeat(codec.extent, known, items, context, read), `${target} = ${items}`];
}

/** Integers of a fixed width without checks. */
function bulkOf(codec: Codec, context: Context): Slot | null {
  if (codec.op === "brand") return bulkOf(codec.codec, context);
  return codec.op === "int" && codec.min === null && codec.max === null ? slotIn(codec, context) : null;
}

function readBulk({ code, size, endian }: Slot, target: string, count: string, context: Context): Line[] {
  const read = context.scope.runtime("_reading", "integers");
  const order = `"${endian === "be" ? ">" : "<"}${code}"`;
  return [call(`${target} = ${read}`, [order, String(size), count, "data", "at"]), size === 1 ? `at += ${count}` : `at += ${count} * ${size}`];
}

/** Once per element: as often as the prefix said, or until the window ends. Errors get the index, which is how many were read. */
function repeat({ kind, min, max }: Extent, { number }: Known, items: string, context: Context, read: (inner: Context) => Line[]): Line[] {
  const { scope, path, end } = context;
  const place = `f"${path}[{len(${items})}]"`;
  const body = read(element(context));
  if (kind !== "rest") return withinPlace([block(`for _ in range(${number}):`, body)], place, scope);
  const start = local(context, "start");
  const refusal = (name: string, bound: number, got: string): Line[] => [call(`raise ${scope.runtime("_refuse", name)}`, [start, text(path), String(bound), got])];
  const full = max === null ? [] : [block(`if len(${items}) == ${max}:`, refusal("too_long", max, `${max} + 1`))];
  return [
    ...(max !== null || min > 0 ? [`${start} = at`] : []),
    block(`while at < ${end}:`, [...full, ...withinPlace(body, place, scope)]),
    ...(min > 0 ? [block(`if len(${items}) < ${min}:`, refusal("too_short", min, `len(${items})`))] : []),
  ];
}

/** Reads one element and hands it to `use`, a function. */
function readItem(codec: Codec, use: string, context: Context): Line[] {
  const item = local(context);
  return [...readValue(codec, item, context), `${use}(${item})`];
}

function readArray({ size, element: codec }: Of<"array">, target: string, context: Context): Line[] {
  const items = local(context, "items");
  const annotation = annotationOf({ op: "array", size, element: codec }, context.scope);
  const place = `f"${context.path}[{len(${items})}]"`;
  const body = readItem(codec, `${items}.append`, element(context));
  return [`${items}: ${annotation} = []`, ...withinPlace([block(`for _ in range(${size}):`, body)], place, context.scope), `${target} = ${items}`];
}

function readMap(codec: Of<"map">, target: string, known: Known, context: Context): Line[] {
  const { scope, locals } = context;
  const entries = local(context, "entries");
  const [start, before] = [local(context, "key_start"), local(context, "key_before")];
  const sized = codec.extent.kind === "prefix" ? checkSize(codec.extent, known, codec.entryMinSize, context) : [];
  const read = (): Line[] => {
    const [key, value] = [entryPart(context, "key"), entryPart(context, "value")];
    const [keyLocal, valueLocal] = [locals.take(key.hint), locals.take(value.hint)];
    const disorder = call(`raise ${scope.runtime("_refuse", "bad_key_order")}`, [start, text("key"), `${keyLocal} == ${before}`]);
    return [
      `${start} = at`,
      ...readValue(codec.key, keyLocal, key),
      block(`if ${entries} and ${keyLocal} <= ${before}:`, [disorder]),
      `${before} = ${keyLocal}`,
      ...readValue(codec.value, valueLocal, value),
      `${entries}[${keyLocal}] = ${valueLocal}`,
    ];
  };
  return [
    `${entries}: ${annotationOf(codec, scope)} = {}`,
    `${before}: ${scope.std("typing")}.Any = None`,
    ...sized,
    ...repeat(codec.extent, known, entries, context, read),
    `${target} = ${entries}`,
  ];
}

function readWindow({ extent, content }: Of<"window">, target: string, known: Known, context: Context): Line[] {
  const { scope, path } = context;
  const edge = local(context, "end");
  const surplus = call(`raise ${scope.runtime("_refuse", "trailing_bytes")}`, ["at", text(path), `${edge} - at`]);
  return [
    ...checkSize(extent, known, 1, context),
    `${edge} = ${stopOf(extent, known, context)}`,
    ...readValue(content, target, { ...context, end: edge }),
    ...(isEmbeddedJson(content) ? [] : [block(`if at != ${edge}:`, [surplus])]),
  ];
}

/** It fills its window, and looks to that itself. */
const isEmbeddedJson = (content: Codec): boolean => content.op === "unit" && content.family === "json";

/** A structure or union by its own function; embedded JSON fills its window. */
function readUnit(codec: Of<"unit">, target: string, context: Context): Line[] {
  const { scope, end } = context;
  const read = scope.read(codec.family, codec.type);
  const depth = depthArgument(codec, context);
  if (!isEmbeddedJson(codec)) return within([call(`${target}, at = ${read}`, ["data", "at", end, ...depth])], context);
  const embedded = call(`${target} = ${scope.runtime("_messages", "embedded_json")}`, [read, "data", "at", end, ...depth]);
  return within([embedded, `at = ${end}`], context);
}
