/** Lays out binary encodings. It knows where values end, not whether they are right: that is for the decoder to say. */
import { layOutJson } from "./json.js";
import type { LayoutNode, Neutral, Role } from "./node.js";
import type { Cursor, Sketch } from "./sketch.js";
import { Stopped } from "./sketch.js";
import type { Codec, CodecOf, Family, StructUnit, UnitOf } from "./spec.js";
import { bitField, enumName, flagNames, float, hex, integer, socketAddress } from "./values.js";

const LONGEST_VARINT = 10;
/** A step of fixed or compact code: where the value is, and what it fills. */
type Walk<Op extends Codec["op"]> = (codec: CodecOf<Op>, node: LayoutNode, at: Cursor, sketch: Sketch) => Neutral;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

export function layOutBinary(codec: Codec, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const walk = walks[codec.op] as Walk<Codec["op"]>;
  return sketch.within(node, at, () => walk(codec, node, at, sketch));
}

/** Bytes of the window that its content has left over. A decoder refuses them. */
export function surplus(node: LayoutNode, at: Cursor, sketch: Sketch): void {
  if (at.pos < at.end) sketch.take(node, "surplus", at.end - at.pos, at);
}

const walks: { [Op in Codec["op"]]: Walk<Op> } = {
  int: (codec, node, at, sketch) => (node.value = integer(codec.int, readInteger(codec, node, "value", at, sketch))),
  constInt: ({ int }, node, at, sketch) => (node.value = integer(int.int, readInteger(int, node, "value", at, sketch))),
  float: ({ bits, form }, node, at, sketch) => (node.value = float(bits, sketch.take(node, "value", bits / 8, at), form !== "be")),
  bool: (_, node, at, sketch) => (node.value = sketch.take(node, "value", 1, at)[0] !== 0),
  text: ({ extent }, node, at, sketch) => (node.value = utf8.decode(sketch.take(node, "value", length(extent, node, at, sketch), at))),
  bytes: ({ extent }, node, at, sketch) => (node.value = hex(sketch.take(node, "value", length(extent, node, at, sketch), at))),
  fixedBytes: ({ size }, node, at, sketch) => (node.value = hex(sketch.take(node, "value", size, at))),
  constBytes: ({ size }, node, at, sketch) => (node.value = hex(sketch.take(node, "value", size, at))),
  reserved: ({ size }, node, at, sketch) => (node.value = hex(sketch.take(node, "value", size, at))),
  list({ extent, element }, node, at, sketch) {
    const count = extent.int ? Number(readInteger(extent.int, node, "length", at, sketch)) : Infinity;
    return elements(element, count, node, at, sketch);
  },
  array: ({ element, size }, node, at, sketch) => elements(element, size, node, at, sketch),
  map({ extent, key, value }, node, at, sketch) {
    const count = extent.int ? Number(readInteger(extent.int, node, "length", at, sketch)) : Infinity;
    const entries: Neutral[] = [];
    while (entries.length < count && (count !== Infinity || at.pos < at.end)) {
      const entry = sketch.node(node, `[${entries.length}]`, "entry", at);
      const part = (step: string, codec: Codec): Neutral => layOutBinary(codec, sketch.child(entry, step, codec, at), at, sketch);
      entries.push(sketch.within(entry, at, () => [part("key", key), part("value", value)]));
    }
    return entries;
  },
  nullable({ inner }, node, at, sketch) {
    if (sketch.take(node, "mark", 1, at)[0] === 0) return (node.value = null);
    return layOutBinary(inner, node, at, sketch);
  },
  brand: ({ codec }, node, at, sketch) => layOutBinary(codec, node, at, sketch),
  duration(_, node, at, sketch) {
    const part = (step: string, int: "u64" | "u32"): Neutral => layOutBinary(varint(int), sketch.child(node, step, varint(int), at), at, sketch);
    return { secs: part("secs", "u64"), nanos: part("nanos", "u32") };
  },
  socketAddress(_, node, at, sketch) {
    const tag = readInteger(varint("u32"), node, "mark", at, sketch);
    const octets = sketch.take(node, "value", tag === 0n ? 4 : 16, at);
    return (node.value = socketAddress(octets, Number(readInteger(varint("u16"), node, "value", at, sketch))));
  },
  window({ extent, content }, node, at, sketch) {
    const size = length(extent, node, at, sketch);
    const inside: Cursor = { pos: at.pos, end: Math.min(at.pos + size, at.end) };
    const value = layOutBinary(content, node, inside, sketch);
    surplus(node, inside, sketch);
    at.pos = inside.pos;
    return value;
  },
  unit({ type, family }, node, at, sketch) {
    if (family === "json") return layOutJson({ op: "unit", type, family }, node, at, sketch);
    const unit = sketch.spec.unit(type, family);
    switch (unit.kind) {
      case "struct":
        return structure(unit, node, at, sketch);
      case "union":
        return union(unit, node, at, sketch);
      case "bits":
        return bits(unit, family, node, at, sketch);
      case "enum":
        return (node.value = enumName(unit, readInteger(unit.int, node, "value", at, sketch)));
      case "flags":
        return (node.value = flagNames(unit, readInteger(unit.int, node, "value", at, sketch)));
    }
  },
  jsonValue() {
    throw new Stopped();
  },
};

function structure(unit: StructUnit, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const value: Record<string, Neutral> = {};
  for (const field of unit.fields) {
    if (field.presence === "trailing" && at.pos === at.end) continue;
    const child = sketch.field(node, unit.type, field, at);
    child.absent = field.presence === "option" && sketch.take(child, "mark", 1, at)[0] === 0;
    if (child.absent) continue;
    const part = layOutBinary(field.codec, child, at, sketch);
    if (!child.hidden) value[field.name] = part;
  }
  if (unit.open && at.pos < at.end) value["$unknown"] = unknownBytes(node, at, sketch);
  return value;
}

/** What an open structure keeps for those who know more. */
function unknownBytes(node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const child = sketch.node(node, "$unknown", "bytes of a newer generation", at);
  return (child.value = hex(sketch.take(child, "value", at.end - at.pos, at)));
}

function union(unit: UnitOf<"union">, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  if (!unit.tagCodec) throw new Stopped();
  const tag = Number(readInteger(unit.tagCodec, node, "mark", at, sketch));
  const found = unit.cases.find((one) => one.tag === tag);
  if (!found) throw new Stopped();
  node.cases.push(found.name);
  return { case: found.name, value: found.codec ? layOutBinary(found.codec, node, at, sketch) : {} };
}

/** The fields share the integer's bytes: they are children without pieces. */
function bits(unit: UnitOf<"bits">, family: Family, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const start: Cursor = { pos: at.pos, end: at.end };
  const whole = BigInt.asUintN(64, readInteger(unit.int, node, "value", at, sketch));
  const value: Record<string, Neutral> = {};
  let shift = 0n;
  for (const field of unit.def.fields) {
    const own = BigInt.asUintN(field.width, whole >> shift);
    shift += BigInt(field.width);
    if (field.name === "") continue;
    const child = sketch.node(node, field.name, `${field.width} bit${field.width === 1 ? "" : "s"}`, start);
    child.end = at.pos;
    child.hidden = field.content.kind === "const";
    child.value = bitField(sketch.spec, family, field, own);
    if (!child.hidden) value[field.name] = child.value;
  }
  return value;
}

/** An infinite `count`: to the end of the window. */
function elements(element: Codec, count: number, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const items: Neutral[] = [];
  while (items.length < count && (count !== Infinity || at.pos < at.end)) {
    const child = sketch.child(node, `[${items.length}]`, element, at);
    items.push(layOutBinary(element, child, at, sketch));
  }
  return items;
}

/** Bytes that a value takes, its prefix walked through. */
function length(extent: CodecOf<"bytes">["extent"], node: LayoutNode, at: Cursor, sketch: Sketch): number {
  return extent.int ? Number(readInteger(extent.int, node, "length", at, sketch)) : at.end - at.pos;
}

function varint(int: "u16" | "u32" | "u64"): CodecOf<"int"> {
  return { op: "int", int, form: "varint", min: null, max: null };
}

function readInteger({ int, form }: CodecOf<"int">, node: LayoutNode, role: Role, at: Cursor, sketch: Sketch): bigint {
  const signed = int.startsWith("i");
  if (form === "varint") return readVarint(signed, node, role, at, sketch);
  const width = Number(int.slice(1));
  const bytes = sketch.take(node, role, width / 8, at);
  const significant = form === "be" ? bytes : bytes.toReversed();
  const value = significant.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return signed ? BigInt.asIntN(width, value) : value;
}

function readVarint(signed: boolean, node: LayoutNode, role: Role, at: Cursor, sketch: Sketch): bigint {
  let size = 1;
  while (size < LONGEST_VARINT && (sketch.bytes[at.pos + size - 1] ?? 0) >= 0x80) size++;
  const raw = sketch.take(node, role, size, at).reduceRight((sum, byte) => (sum << 7n) | BigInt(byte & 0x7f), 0n);
  return signed ? (raw >> 1n) ^ -(raw & 1n) : raw;
}
