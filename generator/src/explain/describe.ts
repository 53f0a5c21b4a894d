/** Says in words what stands on the wire for a type. */
import type { Family } from "../codec/model.js";
import { intWidth } from "../codec/sizes.js";
import { capacity } from "../check/ranges.js";
import type { Framing, IntName, SizeLimit, TypeDef, TypeExpr, TypeId } from "../ir/model.js";

export type Types = ReadonlyMap<TypeId, TypeDef>;

/** `u16 LE`, `varint u32`, `u8`. */
export function integer(int: IntName, family: Family, endian: "le" | "be" = "le"): string {
  if (family === "json" || intWidth(int) === 1) return int;
  if (family === "compact") return `varint ${int}`;
  return `${int} ${endian.toUpperCase()}`;
}

/** `1–5`, or the width. */
export function integerSize(int: IntName, family: Family): string {
  return family === "compact" && intWidth(int) > 1 ? `1–${Math.ceil((intWidth(int) * 8) / 7)}` : String(intWidth(int));
}

/** A whole value in words, with its prefix in brackets. */
export function describe(type: TypeExpr, family: Family, types: Types): string {
  switch (type.kind) {
    case "int":
      return joined([integer(type.int, family, type.endian), between(type.min, type.max), type.unit && `in ${type.unit}`, brandOf(type)]);
    case "float":
      return joined([family === "json" ? `f${type.bits}` : `f${type.bits} ${type.endian.toUpperCase()}`, between(type.min, type.max), type.unit && `in ${type.unit}`, brandOf(type)]);
    case "bool":
      return joined([family === "json" ? "bool" : "bool: 00 or 01", brandOf(type)]);
    case "text":
      return joined([`text${framed(type.framing, type.limit, family, "bytes")}`, type.pattern && `matches ${type.pattern}`, brandOf(type)]);
    case "bytes":
      return joined([`bytes${framed(type.framing, type.limit, family, "bytes")}`, family === "json" && jsonForm(type.json), brandOf(type)]);
    case "fixedBytes":
      return joined([`${type.size} bytes`, family === "json" && jsonForm(type.json), brandOf(type)]);
    case "list":
      return `list${framed(type.framing, type.limit, family, "elements")} of ${describe(type.element, family, types)}`;
    case "array":
      return `${type.size} × ${describe(type.element, family, types)}`;
    case "map":
      return `map${framed(type.framing, type.limit, family, "entries")} from ${describe(type.key, family, types)} to ${describe(type.value, family, types)}, sorted by key`;
    case "const":
      return constant(type, family);
    case "reserved":
      return "always zero";
    case "nullable":
      return family === "json" ? `null, or ${describe(type.inner, family, types)}` : `00, or 01 and ${describe(type.inner, family, types)}`;
    case "jsonValue":
      return "any JSON";
    case "duration":
      return family === "json" ? "object of secs (u64) and nanos (u32)" : "varint u64 seconds, varint u32 nanoseconds";
    case "socketAddress":
      return family === "json" ? "address and port" : "socket address (00 and 4 octets, or 01 and 16; then the port, varint u16)";
    case "sized":
      return family === "json" ? describe(type.inner, family, types) : `window${framed(type.framing, type.limit, family, "bytes")} of ${describe(type.inner, family, types)}`;
    case "embedded":
      return `message ${nameOf(type.type, types)}`;
    case "ref":
      return named(types.get(type.type), type.type, family);
  }
}

export const nameOf = (id: TypeId, types: Types): string => types.get(id)?.name ?? id;

function named(type: TypeDef | undefined, id: TypeId, family: Family): string {
  switch (type?.kind) {
    case "enum":
      return `${type.name}${repr(type.repr, family)}: ${choices(type, family)}${type.open ? "; others are kept" : ""}`;
    case "flags":
      return `${type.name}${repr(type.repr, family)}: ${choices(type, family)}`;
    case "bits":
      return `${type.name}${repr(type.repr, family)}, in bits`;
    default:
      return type?.name ?? id;
  }
}

const repr = (int: IntName, family: Family): string => (family === "json" ? "" : `, ${integer(int, family)}`);

/** Members with their numbers; in JSON, the names as written there. */
export function choices(type: Extract<TypeDef, { kind: "enum" | "flags" }>, family: Family): string {
  if (family === "json") return (type.kind === "enum" ? type.members : type.flags).map(({ jsonName }) => `"${jsonName}"`).join(", ");
  if (type.kind === "enum") return type.members.map(({ name, value }) => `${value} ${name}`).join(", ");
  return type.flags.length === 0 ? "no bits in use" : type.flags.map(({ name, bit }) => `bit ${bit} ${name}`).join(", ");
}

/** What a prefix says, for a row of its own: `u8: length, 1–255`. Undefined: there is none. */
export function prefixOf(framing: Framing, limit: SizeLimit, family: Family, noun: "length" | "count"): { size: string; text: string } | undefined {
  const int = framing.kind === "prefix" ? framing.int : framing.kind === "natural" && family === "compact" ? "u64" : undefined;
  if (!int) return undefined;
  const endian = framing.kind === "prefix" ? framing.endian : "le";
  return { size: integerSize(int, family), text: joined([`${integer(int, family, endian)}: ${noun}`, limits(limit, capacity(framing))]) };
}

function framed(framing: Framing, limit: SizeLimit, family: Family, unit: string): string {
  const bounds = limits(limit, capacity(framing));
  const prefix = prefixOf(framing, { min: 0, max: null }, family, unit === "bytes" ? "length" : "count");
  const parts = [prefix?.text, framing.kind === "rest" && family !== "json" && "to the end of the window", bounds && `${bounds} ${unit}`];
  const text = joined(parts);
  return text === "" ? "" : ` (${text})`;
}

/** `1–255`, `at most 32`, `at least 1`, or nothing if it is what the prefix can say anyway. */
export function limits({ min, max }: SizeLimit, most: number): string {
  const bound = max !== null && max < most ? max : null;
  if (bound !== null && bound === min) return `exactly ${grouped(min)}`;
  if (bound !== null) return min > 0 ? `${grouped(min)}–${grouped(bound)}` : `at most ${grouped(bound)}`;
  return min > 0 ? `at least ${grouped(min)}` : "";
}

const grouped = (value: number): string => value.toLocaleString("en-US");

function between(min: string | number | undefined, max: string | number | undefined): string | undefined {
  if (min !== undefined && max !== undefined) return `${min}–${max}`;
  return min !== undefined ? `at least ${min}` : max !== undefined ? `at most ${max}` : undefined;
}

const brandOf = (type: { brand?: TypeId }): string | undefined => type.brand?.split(".").at(-1);
const jsonForm = (form: "hex" | "base64" | "ints"): string => ({ hex: "lower-case hex", base64: "base64", ints: "array of integers" })[form];
const joined = (parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(", ");

function constant(type: Extract<TypeExpr, { kind: "const" }>, family: Family): string {
  if (type.of === "text") return `always ${JSON.stringify(type.value)}`;
  if (type.of === "bytes") return family === "json" ? `always "${type.value}"` : `always ${type.value.replace(/..(?=.)/g, "$& ")}`;
  const value = BigInt(type.value);
  const shown = value > 9n && family !== "json" ? `0x${value.toString(16).padStart(intWidth(type.int) * 2, "0")}` : type.value;
  return `${integer(type.int, family, type.endian)}, always ${shown}`;
}
