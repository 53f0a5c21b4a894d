/** Schemas of single values: numbers, text, bytes, lists, maps. */
import type { BitsDef, EnumDef, IntName, SizeLimit, TypeDef, TypeExpr, TypeId } from "../ir/model.js";
import { SOCKET_ADDRESS } from "./addresses.js";
import { wholeTextPattern } from "./pattern.js";

/** Keywords with their values. Integers beyond 2^53 are bigint; `render.ts` writes them in full. */
export type Schema = { [keyword: string]: unknown };

type Plain = Exclude<TypeExpr, { kind: "ref" | "embedded" | "sized" }>;

/** `inner` makes the schema of what stands inside, `find` looks a type up. */
export function valueSchema(type: Plain, inner: (type: TypeExpr) => Schema, find: (id: TypeId) => TypeDef): Schema {
  switch (type.kind) {
    case "int":
      return integerSchema(type.int, type.min, type.max);
    case "float":
      return floatSchema(type);
    case "bool":
      return { type: "boolean" };
    case "text":
      return textSchema(type.limit, type.pattern);
    case "bytes":
      return bytesSchema(type.json, type.limit);
    case "fixedBytes":
      return bytesSchema(type.json, { min: type.size, max: type.size });
    case "list":
      return { type: "array", items: inner(type.element), ...counts("Items", type.limit) };
    case "array":
      return { type: "array", items: inner(type.element), minItems: type.size, maxItems: type.size };
    case "map":
      return { type: "object", propertyNames: keySchema(type.key, find), additionalProperties: inner(type.value), ...counts("Properties", type.limit) };
    case "const":
      return { const: type.of === "int" ? BigInt(type.value) : type.value };
    case "nullable":
      return { anyOf: [inner(type.inner), { type: "null" }] };
    case "reserved":
    case "jsonValue":
      return {};
    case "duration":
      return closed({ secs: integerSchema("u64"), nanos: integerSchema("u32", "0", "999999999") });
    case "socketAddress":
      return { type: "string", pattern: SOCKET_ADDRESS };
  }
}

/** An object with exactly these members. */
export const closed = (properties: Record<string, Schema>): Schema => ({ type: "object", properties, required: Object.keys(properties), additionalProperties: false });

const bits = (int: IntName): bigint => BigInt(int.slice(1));

export function integerSchema(int: IntName, min?: string, max?: string): Schema {
  const signed = int.startsWith("i");
  const lowest = signed ? -(1n << (bits(int) - 1n)) : 0n;
  const highest = (1n << (bits(int) - (signed ? 1n : 0n))) - 1n;
  return { type: "integer", minimum: min === undefined ? lowest : BigInt(min), maximum: max === undefined ? highest : BigInt(max) };
}

/** The greatest f32 as canonical JSON spells it; every number that a double reads as more overflows. */
const GREATEST_F32 = 3.4028235e38;

function floatSchema({ bits, min, max }: Extract<TypeExpr, { kind: "float" }>): Schema {
  const [least, most] = bits === 32 ? [min ?? -GREATEST_F32, max ?? GREATEST_F32] : [min, max];
  return { type: "number", ...(least !== undefined && { minimum: least }), ...(most !== undefined && { maximum: most }) };
}

/** Sizes are bytes here and characters there; a character takes one to four bytes. */
function textSchema({ min, max }: SizeLimit, pattern: string | undefined): Schema {
  return { type: "string", ...(min > 0 && { minLength: Math.ceil(min / 4) }), ...(max !== null && { maxLength: max }), ...(pattern !== undefined && { pattern: wholeTextPattern(pattern) }) };
}

function bytesSchema(form: "hex" | "base64" | "ints", { min, max }: SizeLimit): Schema {
  if (form === "ints") return { type: "array", items: integerSchema("u8"), ...counts("Items", { min, max }) };
  if (form === "hex") return { type: "string", pattern: "^(?:[0-9a-f]{2})*$", ...lengths(2 * min, max === null ? null : 2 * max) };
  const quads = (bytes: number): number => Math.ceil(bytes / 3) * 4;
  return { type: "string", contentEncoding: "base64", pattern: `^(?:${QUAD})*${min === max ? TAILS[min % 3]! : ANY_TAIL}$`, ...lengths(quads(min), max === null ? null : quads(max)) };
}

const QUAD = "[A-Za-z0-9+/]{4}";
/** What follows the whole groups of three bytes, by how many bytes are left. */
const TAILS = ["", "[A-Za-z0-9+/]{2}==", "[A-Za-z0-9+/]{3}="];
const ANY_TAIL = `(?:${TAILS.slice(1).join("|")})?`;

const lengths = (min: number, max: number | null): Schema => ({ ...(min > 0 && { minLength: min }), ...(max !== null && { maxLength: max }) });

function counts(of: "Items" | "Properties", { min, max }: SizeLimit): Schema {
  return { ...(min > 0 && { [`min${of}`]: min }), ...(max !== null && { [`max${of}`]: max }) };
}

/** Member names are text: numbers stand in them as decimal digits, whose range is beyond a pattern. */
function keySchema(key: TypeExpr, find: (id: TypeId) => TypeDef): Schema {
  if (key.kind === "text") return textSchema(key.limit, key.pattern);
  if (key.kind === "int") return { pattern: key.int.startsWith("u") ? "^(?:0|[1-9][0-9]*)$" : "^(?:0|-?[1-9][0-9]*)$" };
  const named = key.kind === "ref" ? find(key.type) : undefined;
  return named?.kind === "enum" ? { enum: enumNames(named) } : {};
}

const enumNames = (type: EnumDef): string[] => type.members.map((member) => member.jsonName);

export function enumSchema(type: EnumDef): Schema {
  const names: Schema = { enum: enumNames(type) };
  return type.open ? { anyOf: [names, integerSchema(type.repr)] } : names;
}

export function bitsSchema(type: BitsDef, reference: (id: TypeId) => Schema): Schema {
  const properties: Record<string, Schema> = {};
  for (const { jsonName, width, content } of type.fields) {
    if (content.kind === "const" || content.kind === "reserved") continue;
    if (content.kind === "uint") properties[jsonName] = { type: "integer", minimum: 0, maximum: (1n << BigInt(width)) - 1n };
    else properties[jsonName] = content.kind === "bool" ? { type: "boolean" } : reference(content.type);
  }
  return closed(properties);
}
