/** Writing any value as JSON text, as pieces behind those in `out`. */
import type { Codec, Extent } from "../../../codec/model.js";
import { block, call, enumerated, type Line, type Piece } from "../source.js";
import { depthArgument, element, entryPart, local, text, within, withinPlace, type Context } from "./context.js";
import { boundsOf } from "./slots.js";
import { enumCheck, flagsCheck, floatCheck } from "./writeSlots.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

/** What is written: an expression that is one piece of text, or statements. */
type Written = { piece: Piece } | { lines: Line[] };

/** `lead` is a literal that stands before the value. */
export function writeJson(codec: Codec, source: string, lead: string | null, context: Context): Line[] {
  const written = jsonOf(codec, source, context);
  if ("piece" in written) return [lead === null ? call("out.append", [written.piece]) : call("out += ", [lead, written.piece])];
  return [...(lead === null ? [] : [`out.append(${lead})`]), ...written.lines];
}

function jsonOf(codec: Codec, source: string, context: Context): Written {
  const { scope, path, depth } = context;
  const piece = (name: string, ...rest: Piece[]): Written => ({ piece: call(scope.runtime("_written", name), [source, ...rest, text(path)]) });
  switch (codec.op) {
    case "int": {
      const { low, high } = boundsOf(codec);
      return piece("integer", low, high);
    }
    case "float": {
      if (codec.min === null && codec.max === null) return piece(`float_${codec.bits}`);
      return { piece: call(scope.runtime("_written", `float_${codec.bits}`), [floatCheck(codec, source, context), text(path)]) };
    }
    case "bool":
      return piece("boolean");
    case "text":
      if (codec.pattern === null && codec.extent.min === 0 && codec.extent.max === null) return piece("string");
      return piece("sized_string", ...sizes(codec.extent), codec.pattern === null ? "None" : scope.pattern(codec.pattern));
    case "bytes":
      return piece(`octets_${codec.json!}`, ...sizes(codec.extent));
    case "fixedBytes":
      return piece(`octets_${codec.json!}`, String(codec.size), String(codec.size));
    case "brand":
      return jsonOf(codec.codec, source, context);
    case "nullable":
      return { lines: [block(`if ${source} is None:`, ['out.append("null")']), block("else:", writeJson(codec.inner, source, null, context))] };
    case "list":
      return { lines: writeArray(codec.element, sizes(codec.extent), source, context) };
    case "array":
      return { lines: writeArray(codec.element, [String(codec.size), String(codec.size)], source, context) };
    case "map":
      return { lines: writeMap(codec, source, context) };
    case "jsonValue":
      return piece("free_json", depth ?? "0");
    case "duration":
      return piece("duration");
    case "socketAddress":
      return piece("address");
    case "unit":
      return jsonOfUnit(codec, source, context);
    default:
      throw new Error(`${codec.op} has no JSON form of its own`);
  }
}

const sizes = ({ min, max }: Extent): string[] => [String(min), String(max ?? "None")];

function jsonOfUnit(codec: Of<"unit">, source: string, context: Context): Written {
  const { scope } = context;
  const unit = scope.model.unit(codec.family, codec.type);
  if (unit.kind === "enum") {
    const tokens = scope.table(unit.type, "TOKENS");
    const number = enumCheck(unit, source, context);
    if (!unit.open) return { piece: `${tokens}[${number}]` };
    return { piece: call(scope.runtime("_written", "name_or_number"), [number, tokens]) };
  }
  if (unit.kind === "flags") return { piece: call(scope.runtime("_written", "flag_names"), [flagsCheck(unit, source, context), scope.table(unit.type, "BITS")]) };
  return { lines: within([call(scope.write("json", codec.type), ["out", source, ...depthArgument(codec, context)])], context) };
}

function writeArray(codec: Codec, bounds: string[], source: string, context: Context): Line[] {
  const { scope, path } = context;
  const [index, item] = [local(context, "index"), local(context, "element")];
  const body = [block(`if ${index}:`, ['out.append(",")']), ...writeJson(codec, item, null, element(context))];
  const items = call(scope.runtime("_checks", "elements"), [source, ...bounds, text(path)]);
  const each = local(context, "items");
  return [
    { ...items, prefix: `${each} = ${items.prefix}` },
    'out.append("[")',
    `${index} = 0`,
    ...withinPlace([block(enumerated(`${index}, ${item}`, each), body)], `f"${path}[{${index}}]"`, scope),
    'out.append("]")',
  ];
}

function writeMap(codec: Of<"map">, source: string, context: Context): Line[] {
  const { scope, path } = context;
  const [entries, index, key, value] = [local(context, "entries"), local(context, "index"), local(context, "key"), local(context, "value")];
  const body = [
    block(`if ${index}:`, ['out.append(",")']),
    call("out += ", [keyPiece(codec.key, key, entryPart(context, "key")), '":"']),
    ...writeJson(codec.value, value, null, entryPart(context, "value")),
  ];
  return [
    call(`${entries} = ${scope.runtime("_checks", "sorted_entries")}`, [source, ...sizes(codec.extent), text(path)]),
    'out.append("{")',
    `${index} = 0`,
    ...withinPlace([block(enumerated(`${index}, (${key}, ${value})`, entries), body)], `f"${path}[{${index}}]"`, scope),
    'out.append("}")',
  ];
}

/** Text, an integer or an enum's name as a string token. */
function keyPiece(codec: Codec, source: string, context: Context): Piece {
  if (codec.op === "brand") return keyPiece(codec.codec, source, context);
  const written = jsonOf(codec, source, context);
  if (!("piece" in written)) throw new Error(`${codec.op} cannot be a key in JSON`);
  return codec.op === "int" ? call(context.scope.runtime("_written", "quote"), [written.piece]) : written.piece;
}
