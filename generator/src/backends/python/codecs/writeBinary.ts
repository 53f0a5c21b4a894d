/** Writing any value as bytes, behind those in `out`. */
import type { Codec, Extent, IntCodec } from "../../../codec/model.js";
import { block, call, enumerated, ifAll, type Line, type Piece } from "../source.js";
import { choiceOf, depthArgument, element, entryPart, local, slotIn, text, within, withinPlace, type Context } from "./context.js";
import { boundsOf, width, type Slot } from "./slots.js";
import { packingOf } from "./writeSlots.js";

type Of<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;

/** Statements that write `source`, a local or an attribute; null for what is no part of a value. */
export function writeValue(codec: Codec, source: string | null, context: Context): Line[] {
  if (codec.op === "brand") return writeValue(codec.codec, source, context);
  const slot = slotIn(codec, context);
  if (slot) return writeSlot(codec, slot, source, context);
  return writeVariable(codec, source!, context);
}

function writeVariable(codec: Codec, source: string, context: Context): Line[] {
  const { scope, path } = context;
  switch (codec.op) {
    case "int":
      return writeVarint(codec, source, context);
    case "constInt":
      return [`out += ${varintLiteral(codec)}`];
    case "nullable":
      return [block(`if ${source} is None:`, ["out.append(0)"]), block("else:", ["out.append(1)", ...writeValue(codec.inner, source, context)])];
    case "text": {
      const encoded = local(context, "bytes");
      const pattern = codec.pattern === null ? "None" : scope.pattern(codec.pattern);
      return [call(`${encoded} = ${scope.runtime("_checks", "utf8")}`, [source, ...sizes(codec.extent), pattern, text(path)]), ...writeSized(codec.extent, encoded, context)];
    }
    case "bytes": {
      const octets = local(context, "bytes");
      return [call(`${octets} = ${scope.runtime("_checks", "sized_octets")}`, [source, ...sizes(codec.extent), text(path)]), ...writeSized(codec.extent, octets, context)];
    }
    case "list":
      return writeList(codec.element, codec.extent, sizes(codec.extent), source, context);
    case "array":
      return writeList(codec.element, { kind: "rest", min: codec.size, max: codec.size }, [String(codec.size), String(codec.size)], source, context);
    case "map":
      return writeMap(codec, source, context);
    case "window":
      return writeWindow(codec, source, context);
    case "duration":
      return [call(scope.runtime("_writing", "duration"), ["out", source, text(path)])];
    case "socketAddress":
      return [call(scope.runtime("_writing", "address"), ["out", source, text(path)])];
    case "unit":
      return writeUnit(codec, source, context);
    default:
      throw new Error(`${codec.op} cannot be written as bytes`);
  }
}

/** Least and greatest, where they are no more than what the prefix can say. */
const sizes = ({ min, max }: Extent): string[] => [String(min), String(max ?? "None")];

/** A value of a fixed width by itself. */
function writeSlot(codec: Codec, { code, endian, size }: Slot, source: string | null, context: Context): Line[] {
  if (codec.op === "reserved") return [`out += bytes(${size})`];
  const { checked } = packingOf(codec, source, context);
  if (code.endsWith("s")) return [`out += ${checked}`];
  return [code === "B" ? `out.append(${checked})` : `out += ${context.scope.struct(`${endian === "be" ? ">" : "<"}${code}`)}.pack(${checked})`];
}

function writeVarint(codec: IntCodec, source: string, context: Context): Line[] {
  const { scope, path } = context;
  const { low, high } = boundsOf(codec);
  const put = (name: string): Line => call(scope.runtime("_writing", codec.int.startsWith("i") ? "signed_varint" : "varint"), ["out", name, low, high, text(path)]);
  if (codec.int.startsWith("i") || codec.min !== null || BigInt(high) < 127n) return [put(source)];
  const name = /^\w+$/.test(source) ? source : local(context);
  return [
    ...(name === source ? [] : [`${name} = ${source}`]),
    block(ifAll([`type(${name}) is int`, `0 <= ${name} < 0x80`]), [`out.append(${name})`]),
    block("else:", [put(name)]),
  ];
}

function varintLiteral({ int, value }: Of<"constInt">): string {
  const number = BigInt(value);
  let rest = int.int.startsWith("i") ? (number >= 0n ? number << 1n : (-number << 1n) - 1n) : number;
  const bytes: number[] = [];
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return `bytes.fromhex("${Buffer.from([...bytes, Number(rest)]).toString("hex")}")`;
}

/** Bytes, and the prefix that says how many. */
function writeSized(extent: Extent, bytes: string, context: Context): Line[] {
  return [...writePrefix(extent, `len(${bytes})`, context), `out += ${bytes}`];
}

/** A length or count that has been checked, as a call or a name. */
function writePrefix({ kind, int }: Extent, number: string, { scope }: Context): Line[] {
  if (kind !== "prefix") return [];
  if (int!.form === "varint") return [`${scope.runtime("_writing", "put_varint")}(out, ${number})`];
  if (width(int!.int) === 1) return [`out.append(${number})`];
  return [`out += ${number}.to_bytes(${width(int!.int)}, "${int!.form === "be" ? "big" : "little"}")`];
}

function writeList(codec: Codec, extent: Extent, bounds: string[], source: string, context: Context): Line[] {
  const { scope, path } = context;
  const items = local(context, "items");
  const load = call(`${items} = ${scope.runtime("_checks", "elements")}`, [source, ...bounds, text(path)]);
  const prefix = writePrefix(extent, `len(${items})`, context);
  const bulk = bulkOf(codec, context);
  if (bulk) return [load, ...prefix, ...within([call(scope.runtime("_writing", "integers"), ["out", items, ...bulk])], context)];
  const [index, item] = [local(context, "index"), local(context, "element")];
  const loop = block(enumerated(`${index}, ${item}`, items), writeValue(codec, item, element(context)));
  return [load, ...prefix, `${index} = 0`, ...withinPlace([loop], `f"${path}[{${index}}]"`, scope)];
}

/** Integers of a fixed width: order and code for `struct`, and bounds. */
function bulkOf(codec: Codec, context: Context): Piece[] | null {
  if (codec.op === "brand") return bulkOf(codec.codec, context);
  const slot = codec.op === "int" && codec.min === null && codec.max === null ? slotIn(codec, context) : null;
  return slot && codec.op === "int" ? [`"${slot.endian === "be" ? ">" : "<"}${slot.code}"`, ...Object.values(boundsOf(codec))] : null;
}

function writeMap(codec: Of<"map">, source: string, context: Context): Line[] {
  const { scope, path } = context;
  const [entries, index, key, value] = [local(context, "entries"), local(context, "index"), local(context, "key"), local(context, "value")];
  const body = [
    ...writeValue(codec.key, key, entryPart(context, "key")),
    ...writeValue(codec.value, value, entryPart(context, "value")),
  ];
  return [
    call(`${entries} = ${scope.runtime("_checks", "sorted_entries")}`, [source, ...sizes(codec.extent), text(path)]),
    ...writePrefix(codec.extent, `len(${entries})`, context),
    `${index} = 0`,
    ...withinPlace([block(enumerated(`${index}, (${key}, ${value})`, entries), body)], `f"${path}[{${index}}]"`, scope),
  ];
}

function writeWindow({ extent, content }: Of<"window">, source: string, context: Context): Line[] {
  if (content.op === "unit" && content.family === "json") {
    const octets = local(context, "bytes");
    return [...jsonBytes(content, source, octets, context), ...closeWindow(extent, octets, context)];
  }
  const [outer, window] = [local(context, "outer"), local(context, "window")];
  return [`${outer}, out = out, bytearray()`, ...writeValue(content, source, context), `${window}, out = out, ${outer}`, ...closeWindow(extent, window, context)];
}

/** The window's bytes, once their number is known to be one that they may have. */
function closeWindow(extent: Extent, octets: string, context: Context): Line[] {
  const bounded = extent.min > 0 || extent.max !== null;
  const check = call(context.scope.runtime("_checks", "size"), [`len(${octets})`, ...sizes(extent), text(context.path)]);
  return [...(bounded ? [check] : []), ...writeSized(extent, octets, context)];
}

function jsonBytes(codec: Of<"unit">, source: string, target: string, context: Context): Line[] {
  const { scope } = context;
  const write = [scope.write("json", codec.type), source, ...depthArgument(codec, context)];
  return within([call(`${target} = ${scope.runtime("_messages", "json_bytes")}`, write)], context);
}

function writeUnit(codec: Of<"unit">, source: string, context: Context): Line[] {
  const { scope } = context;
  if (codec.family === "json") {
    const octets = local(context, "bytes");
    return [...jsonBytes(codec, source, octets, context), `out += ${octets}`];
  }
  const unit = choiceOf(scope)(codec);
  if (unit) return writeChoice(codec, unit, source, context);
  return within([call(scope.write(codec.family, codec.type), ["out", source, ...depthArgument(codec, context)])], context);
}

/** An enum, flags or bits as a varint. */
function writeChoice(codec: Of<"unit">, { int }: { int: IntCodec }, source: string, context: Context): Line[] {
  const { scope, path } = context;
  const { checked } = packingOf(codec, source, context);
  if (!int.int.startsWith("i")) return [call(scope.runtime("_writing", "put_varint"), ["out", checked])];
  const { low, high } = boundsOf(int);
  return [call(scope.runtime("_writing", "signed_varint"), ["out", checked, low, high, text(path)])];
}
