/** Reading any value from JSON text: `text`, from `at`. */
import type { Codec, Extent, IntCodec } from "../../../codec/model.js";
import type { StructDef } from "../../../ir/model.js";
import { annotationOf } from "../natives.js";
import { block, call, type Line, type Piece, stringLiteral } from "../source.js";
import { depthArgument, element, entryPart, local, text, within, withinPlace, type Context } from "./context.js";
import { floatLiteral } from "./readSlots.js";
import { boundsOf } from "./slots.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

/** Statements that read one value into `target`, a local or an attribute. */
export function readJson(codec: Codec, target: string, context: Context): Line[] {
  const { scope, path } = context;
  const read = (module: "_texts" | "_tokens", name: string, ...rest: Piece[]): Line[] => [call(`${target}, at = ${scope.runtime(module, name)}`, ["text", "at", ...rest, text(path)])];
  switch (codec.op) {
    case "int":
      return read("_texts", "integer", ...bounds(codec));
    case "float":
      return readFloat(codec, target, context);
    case "bool":
      return read("_tokens", "boolean");
    case "text":
      if (codec.pattern === null && isUnbounded(codec.extent)) return read("_tokens", "string");
      return read("_texts", "sized_text", ...sizes(codec.extent), codec.pattern === null ? "None" : scope.pattern(codec.pattern));
    case "bytes":
      return read("_texts", `octets_${codec.json!}`, ...sizes(codec.extent));
    case "fixedBytes":
      return read("_texts", `octets_${codec.json!}`, String(codec.size), String(codec.size));
    case "brand": {
      const into = local(context);
      return [`${into}: ${scope.std("typing")}.Any`, ...readJson(codec.codec, into, context), `${target} = ${into}`];
    }
    case "nullable": {
      const present = readJson(codec.inner, target, context);
      return [block('if text.startswith("n", at):', [call(`at = ${scope.runtime("_tokens", "word")}`, ["text", "at", '"null"', text(path)]), `${target} = None`]), block("else:", present)];
    }
    case "list":
      return readArray(codec.element, codec.extent, annotationOf(codec, scope), target, context);
    case "array":
      return readArray(codec.element, { kind: "delimited", min: codec.size, max: codec.size }, annotationOf(codec, scope), target, context);
    case "map":
      return readMap(codec, target, context);
    case "jsonValue":
      return readFree(target, context);
    case "duration":
      return read("_texts", "duration");
    case "socketAddress":
      return read("_texts", "address");
    case "unit":
      return readUnit(codec, target, context);
    default:
      throw new Error(`${codec.op} has no JSON form of its own`);
  }
}

const bounds = (codec: IntCodec): string[] => Object.values(boundsOf(codec));
const sizes = ({ min, max }: Extent): string[] => [String(min), String(max ?? "None")];
const isUnbounded = ({ min, max }: Extent): boolean => min === 0 && max === null;

function readFloat({ bits, min, max }: Of<"float">, target: string, context: Context): Line[] {
  const { scope, path } = context;
  const read = `${scope.runtime("_texts", `float_${bits}`)}(text, at, ${text(path)})`;
  if (min === null && max === null) return [`${target}, at = ${read}`];
  const [number, start] = [local(context), local(context, "start")];
  const test = [...(min === null ? [] : [floatLiteral(min)]), number, ...(max === null ? [] : [floatLiteral(max)])].join(" <= ");
  const shown = (bound: number | null): string => (bound === null ? "None" : floatLiteral(bound));
  const refusal = call(`raise ${scope.runtime("_refuse", "out_of_range")}`, [start, text(path), shown(min), shown(max), number]);
  return [`${start} = at`, `${number}, at = ${read}`, block(`if not ${test}:`, [refusal]), `${target} = ${number}`];
}

function readArray(codec: Codec, { min, max }: Extent, annotation: string, target: string, context: Context): Line[] {
  const { scope, path } = context;
  const [items, item, start] = [local(context, "items"), local(context, "element"), local(context, "start")];
  const read = [...readJson(codec, item, element(context)), `${items}.append(${item})`];
  const expect = (mark: string): Line => call(`at = ${scope.runtime("_tokens", "expect")}`, ["text", "at", text(mark), text(path)]);
  const refusal = (name: string, ...rest: string[]): Line[] => [call(`raise ${scope.runtime("_refuse", name)}`, [start, text(path), ...rest])];
  const full = max === null ? [] : [block(`if len(${items}) == ${max}:`, refusal("too_long", String(max), `${max + 1}`))];
  return [
    `${items}: ${annotation} = []`,
    ...(max !== null || min > 0 ? [`${start} = at`] : []),
    expect("["),
    block('if text.startswith("]", at):', ["at += 1"]),
    block("else:", [
      block("while True:", [
        ...full,
        ...withinPlace(read, `f"${path}[{len(${items})}]"`, scope),
        ...nextOrEnd(expect("]")),
      ]),
    ]),
    ...(min > 0 ? [block(`if len(${items}) < ${min}:`, refusal("too_short", String(min), `len(${items})`))] : []),
    `${target} = ${items}`,
  ];
}

/** The last statements of a loop over what commas separate. */
const nextOrEnd = (end: Line): Line[] => [block('if not text.startswith(",", at):', [end, "break"]), "at += 1"];

function readMap({ extent: { min, max }, key, value, ...rest }: Of<"map">, target: string, context: Context): Line[] {
  const { scope, path } = context;
  const [entries, start] = [local(context, "entries"), local(context, "start")];
  const [name, found, item, keyStart, before] = [local(context, "name"), local(context, "key"), local(context, "value"), local(context, "key_start"), local(context, "key_before")];
  const expect = (mark: string, own = path): Line => call(`at = ${scope.runtime("_tokens", "expect")}`, ["text", "at", text(mark), text(own)]);
  const refusal = (name: string, ...args: string[]): Line[] => [call(`raise ${scope.runtime("_refuse", name)}`, [start, text(path), ...args])];
  const disorder = call(`raise ${scope.runtime("_refuse", "bad_key_order")}`, [keyStart, text("key"), `${found} == ${before}`]);
  const full = max === null ? [] : [block(`if len(${entries}) == ${max}:`, refusal("too_long", String(max), `${max + 1}`))];
  const place = `f"${path}[{len(${entries})}]"`;
  const onKey = [
    ...readKey(key, name, found, keyStart, entryPart(context, "key")),
    block(`if ${entries} and ${found} <= ${before}:`, [disorder]),
    `${before} = ${found}`,
  ];
  const onValue = [...readJson(value, item, entryPart(context, "value")), `${entries}[${found}] = ${item}`];
  return [
    `${entries}: ${annotationOf({ extent: { kind: "delimited", min, max }, key, value, ...rest }, scope)} = {}`,
    `${before}: ${scope.std("typing")}.Any = None`,
    ...(max !== null || min > 0 ? [`${start} = at`] : []),
    expect("{"),
    block('if text.startswith("}", at):', ["at += 1"]),
    block("else:", [
      block("while True:", [
        ...full,
        `${keyStart} = at`,
        call(`${name}, at = ${scope.runtime("_tokens", "string")}`, ["text", "at", text(path)]),
        ...withinPlace(onKey, place, scope),
        expect(":"),
        ...withinPlace(onValue, place, scope),
        ...nextOrEnd(expect("}")),
      ]),
    ]),
    ...(min > 0 ? [block(`if len(${entries}) < ${min}:`, refusal("too_short", String(min), `len(${entries})`))] : []),
    `${target} = ${entries}`,
  ];
}

/** What a key says, from the string `name` that it is written as. */
function readKey(codec: Codec, name: string, target: string, start: string, context: Context): Line[] {
  const { scope, path } = context;
  switch (codec.op) {
    case "brand":
      return [`${target}: ${scope.std("typing")}.Any`, ...readKey(codec.codec, name, target, start, context)];
    case "text": {
      if (codec.pattern === null && isUnbounded(codec.extent)) return [`${target} = ${name}`];
      const pattern = codec.pattern === null ? "None" : scope.pattern(codec.pattern);
      return [call(scope.runtime("_texts", "check_text"), [name, start, ...sizes(codec.extent), pattern, text(path)]), `${target} = ${name}`];
    }
    case "int":
      return [call(`${target} = ${scope.runtime("_texts", "parse_integer")}`, [name, start, ...bounds(codec), text(path)])];
    case "unit": {
      const table = scope.table(codec.type, "NAMES");
      const refusal = call(`raise ${scope.runtime("_refuse", "unknown_variant")}`, [start, text(path), name]);
      return [block(`if ${name} not in ${table}:`, [refusal]), `${target} = ${table}[${name}]`];
    }
    default:
      throw new Error(`${codec.op} cannot be a key in JSON`);
  }
}

function readFree(target: string, context: Context): Line[] {
  const { scope, path, depth } = context;
  const start = local(context, "start");
  return [
    `${start} = at`,
    call(`at = ${scope.runtime("_free", "skip")}`, ["text", "at", depth ?? "0", text(path)]),
    `${target} = ${scope.runtime("_values", "JsonText")}(text[${start}:at])`,
  ];
}

function readUnit(codec: Of<"unit">, target: string, context: Context): Line[] {
  const { scope, path } = context;
  const unit = scope.model.unit(codec.family, codec.type);
  if (unit.family !== "json") throw new Error(`${codec.type} cannot stand in JSON: it is a message in bytes`);
  switch (unit.kind) {
    case "enum": {
      const names = scope.table(unit.type, "NAMES");
      if (!unit.open) return [call(`${target}, at = ${scope.runtime("_texts", "name")}`, ["text", "at", names, text(path)])];
      return [call(`${target}, at = ${scope.runtime("_texts", "name_or_number")}`, ["text", "at", names, ...bounds(unit.int), text(path)])];
    }
    case "flags": {
      const bits = local(context, "bits");
      const read = call(`${bits}, at = ${scope.runtime("_texts", "flag_names")}`, ["text", "at", scope.table(unit.type, "BITS"), text(path)]);
      return [read, `${target} = ${scope.helper(unit.type, "flag_set")}(${bits})`];
    }
    default:
      return within([call(`${target}, at = ${scope.read("json", unit.type)}`, ["text", "at", ...depthArgument(codec, context)])], context);
  }
}

/** Passes a constant. `def` tells whether bytes are meant, which are hex, or text. */
export function skipConstant(codec: Of<"constInt" | "constBytes">, name: string, def: StructDef, context: Context): Line[] {
  const { scope, path } = context;
  if (codec.op === "constInt") return [call(`at = ${scope.runtime("_texts", "constant_integer")}`, ["text", "at", codec.value, ...bounds(codec.int), text(path)])];
  const type = def.fields.find((field) => field.name === name)?.type;
  if (type?.kind !== "const") throw new Error(`${def.id}.${name} is not a constant`);
  const skip = scope.runtime("_texts", type.of === "bytes" ? "constant_hex" : "constant_text");
  return [call(`at = ${skip}`, ["text", "at", stringLiteral(type.value), text(path)])];
}
