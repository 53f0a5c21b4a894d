/** Lays out canonical JSON by the types in it. Like its binary counterpart it knows where values end, not whether they are right. */
import { adjacent, external, internal } from "./json-union.js";
import type { LayoutNode, Neutral, Role } from "./node.js";
import type { Cursor, Sketch } from "./sketch.js";
import { Stopped } from "./sketch.js";
import type { Codec, CodecOf, Family, StructUnit, UnitOf } from "./spec.js";
import { stringOf, textOf, tokenSize, valueSize } from "./tokens.js";
import { emptyOf, floatOfText, hex, integer } from "./values.js";

type Walk<Op extends Codec["op"]> = (codec: CodecOf<Op>, node: LayoutNode, at: Cursor, sketch: Sketch) => Neutral;

export function layOutJson(codec: Codec, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const walk = walks[codec.op] as Walk<Codec["op"]>;
  return sketch.within(node, at, () => walk(codec, node, at, sketch));
}

const walks: { [Op in Codec["op"]]: Walk<Op> } = {
  int: ({ int }, node, at, sketch) => (node.value = integerOfText(int, tokenText(node, at, sketch))),
  constInt: ({ int }, node, at, sketch) => (node.value = integerOfText(int.int, tokenText(node, at, sketch))),
  float: ({ bits }, node, at, sketch) => (node.value = floatOfText(bits, tokenText(node, at, sketch))),
  bool: (_, node, at, sketch) => (node.value = tokenText(node, at, sketch) === "true"),
  text: (_, node, at, sketch) => (node.value = string(node, "value", at, sketch)),
  bytes: ({ json }, node, at, sketch) => bytes(json, node, at, sketch),
  fixedBytes: ({ json }, node, at, sketch) => bytes(json, node, at, sketch),
  constBytes: (_, node, at, sketch) => (node.value = string(node, "value", at, sketch)),
  reserved() {
    throw new Stopped();
  },
  list: ({ element }, node, at, sketch) => elements(element, node, at, sketch),
  array: ({ element }, node, at, sketch) => elements(element, node, at, sketch),
  map({ key, value }, node, at, sketch) {
    const entries: Neutral[] = [];
    sequence("{", "}", node, at, sketch, () => {
      const entry = sketch.node(node, `[${entries.length}]`, "entry", at);
      sketch.within(entry, at, () => {
        const keyNode = sketch.child(entry, "key", key, at);
        keyNode.value = keyOf(key, string(keyNode, "value", at, sketch), sketch);
        punctuation(":", entry, at, sketch);
        entries.push([keyNode.value, layOutJson(value, sketch.child(entry, "value", value, at), at, sketch)]);
      });
    });
    return entries;
  },
  nullable({ inner }, node, at, sketch) {
    if (sketch.bytes[at.pos] !== "n".charCodeAt(0)) return layOutJson(inner, node, at, sketch);
    tokenText(node, at, sketch);
    return (node.value = null);
  },
  brand: ({ codec }, node, at, sketch) => layOutJson(codec, node, at, sketch),
  jsonValue: (_, node, at, sketch) => freeValue(node, at, sketch),
  duration: (_, node, at, sketch) => members({ fields: durationFields, open: false, type: "" }, node, at, sketch),
  socketAddress: (_, node, at, sketch) => (node.value = string(node, "value", at, sketch)),
  window: ({ content }, node, at, sketch) => layOutJson(content, node, at, sketch),
  unit({ type, family }, node, at, sketch) {
    const unit = sketch.spec.unit(type, family);
    switch (unit.kind) {
      case "struct":
        return members(unit, node, at, sketch);
      case "union":
        return union(unit, node, at, sketch);
      case "bits":
        return members({ fields: bitFields(unit, family), open: false, type }, node, at, sketch);
      case "enum": {
        const text = sketch.bytes[at.pos] === '"'.charCodeAt(0) ? string(node, "value", at, sketch) : undefined;
        if (text === undefined) return (node.value = integerOfText(unit.int.int, tokenText(node, at, sketch)));
        return (node.value = unit.members.find(({ jsonName }) => jsonName === text)?.name ?? text);
      }
      case "flags":
        return flags(unit, node, at, sketch);
    }
  },
};

const durationFields: StructUnit["fields"] = [
  { name: "secs", jsonName: "secs", presence: "always", codec: { op: "int", int: "u64", form: "json", min: null, max: null } },
  { name: "nanos", jsonName: "nanos", presence: "always", codec: { op: "int", int: "u32", form: "json", min: null, max: null } },
];

type Members = Pick<StructUnit, "fields" | "open" | "type">;

/** An object. `begun`: what stands before its members is done, and members come after a comma. */
export function members(unit: Members, node: LayoutNode, at: Cursor, sketch: Sketch, begun = false): Neutral {
  const found = new Map<string, Neutral>();
  const unknown: string[] = [];
  const member = (): void => {
    const name = peekString(at, sketch);
    if (name === undefined) return punctuation('"', node, at, sketch);
    const field = unit.fields.find(({ jsonName }) => jsonName === name);
    const child = field ? sketch.field(node, unit.type, field, at) : sketch.node(node, "$unknown", "member of a newer generation", at);
    const start = at.pos;
    sketch.within(child, at, () => {
      key(child, at, sketch);
      if (field) found.set(field.name, layOutJson(field.codec, child, at, sketch));
      else if (!unit.open) throw new Stopped();
      else unknown.push(unknownMember(child, start, at, sketch));
    });
  };
  sequence(begun ? "" : "{", "}", node, at, sketch, member);
  const value: Record<string, Neutral> = {};
  for (const { name, presence, codec } of unit.fields) {
    if (presence === "hidden") continue;
    if (found.has(name)) value[name] = found.get(name) as Neutral;
    else if (presence === "omitEmpty") value[name] = emptyOf(sketch.spec, codec);
  }
  if (unknown.length > 0) value["$unknown"] = unknown.join(",");
  return value;
}

/** The text of the whole member. */
function unknownMember(node: LayoutNode, start: number, at: Cursor, sketch: Sketch): string {
  freeValue(node, at, sketch);
  return textOf(sketch.bytes.subarray(start, at.pos));
}

function union(unit: UnitOf<"union">, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  switch (unit.tagging?.style) {
    case "internal":
      return internal(unit, node, at, sketch);
    case "adjacent":
      return adjacent(unit, node, at, sketch);
    default:
      return external(unit, node, at, sketch);
  }
}

/** Bit fields are members of a JSON object like others, but for the constant and reserved ones. */
function bitFields(unit: UnitOf<"bits">, family: Family): StructUnit["fields"] {
  return unit.def.fields.flatMap(({ name, jsonName, width, content }): StructUnit["fields"] => {
    if (content.kind === "const" || content.kind === "reserved") return [];
    const codec: Codec =
      "type" in content
        ? { op: "unit", type: content.type, family }
        : content.kind === "bool"
          ? { op: "bool", form: "json" }
          : { op: "int", int: width <= 32 ? "u32" : "u64", form: "json", min: null, max: null };
    return [{ name, jsonName, codec, presence: "always" }];
  });
}

function flags(unit: UnitOf<"flags">, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const names: string[] = [];
  sequence("[", "]", node, at, sketch, () => {
    const child = sketch.node(node, `[${names.length}]`, "flag", at);
    const text = string(child, "value", at, sketch);
    const name = unit.flags.find(({ jsonName }) => jsonName === text)?.name ?? text;
    child.value = name;
    names.push(name);
  });
  return names;
}

function bytes(form: CodecOf<"bytes">["json"], node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  if (form === "ints") {
    const items = elements({ op: "int", int: "u8", form: "json", min: null, max: null }, node, at, sketch);
    return hex(Uint8Array.from(items as number[]));
  }
  const text = string(node, "value", at, sketch);
  return (node.value = form === "base64" ? hexOfBase64(text) : text);
}

/** Text that is no base64 stays as it is: the decoder refuses it. */
function hexOfBase64(text: string): string {
  try {
    return hex(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

function elements(element: Codec, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral[] {
  const items: Neutral[] = [];
  sequence("[", "]", node, at, sketch, () => items.push(layOutJson(element, sketch.child(node, `[${items.length}]`, element, at), at, sketch)));
  return items;
}

/** Brackets and commas, and what `item` makes of what stands between them. An empty `open` has been passed, and an item with it. */
function sequence(open: string, close: string, node: LayoutNode, at: Cursor, sketch: Sketch, item: () => void): void {
  if (open !== "") punctuation(open, node, at, sketch);
  for (let first = open !== ""; sketch.bytes[at.pos] !== close.charCodeAt(0); first = false) {
    if (!first) punctuation(",", node, at, sketch);
    item();
  }
  punctuation(close, node, at, sketch);
}

export function key(node: LayoutNode, at: Cursor, sketch: Sketch, role: Role = "key"): string {
  const name = string(node, role, at, sketch);
  punctuation(":", node, at, sketch);
  return name;
}

export function punctuation(character: string, node: LayoutNode, at: Cursor, sketch: Sketch): void {
  if (textOf(token(node, "frame", at, sketch)) !== character) throw new Stopped();
}

export function string(node: LayoutNode, role: Role, at: Cursor, sketch: Sketch): string {
  const text = stringOf(token(node, role, at, sketch));
  if (text === undefined) throw new Stopped();
  return text;
}

/** What the next token says, if it is a string. */
function peekString(at: Cursor, sketch: Sketch): string | undefined {
  if (at.pos >= at.end) return undefined;
  return stringOf(sketch.bytes.subarray(at.pos, at.pos + tokenSize(sketch.bytes, at.pos, at.end)));
}

function tokenText(node: LayoutNode, at: Cursor, sketch: Sketch): string {
  return textOf(token(node, "value", at, sketch));
}

/** At the end of the window there is none, and the walk stops. */
function token(node: LayoutNode, role: Role, at: Cursor, sketch: Sketch): Uint8Array {
  return sketch.take(node, role, Math.max(1, tokenSize(sketch.bytes, at.pos, at.end)), at);
}

/** A value of any form, in one piece. */
function freeValue(node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  return (node.value = textOf(sketch.take(node, "value", Math.max(1, valueSize(sketch.bytes, at.pos, at.end)), at)));
}

function integerOfText(int: string, text: string): Neutral {
  return /^-?[0-9]+$/.test(text) ? integer(int, BigInt(text)) : text;
}

/** A map's key from the text of it. */
function keyOf(codec: Codec, text: string, sketch: Sketch): Neutral {
  if (codec.op === "brand") return keyOf(codec.codec, text, sketch);
  if (codec.op === "int") return integerOfText(codec.int, text);
  if (codec.op !== "unit") return text;
  const unit = sketch.spec.unit(codec.type, codec.family);
  return unit.kind === "enum" ? (unit.members.find(({ jsonName }) => jsonName === text)?.name ?? integerOfText(unit.int.int, text)) : text;
}
