/** How integers and floats are spelt in Go, for readers, writers and runs of bytes alike. */
import type { Codec, Extent, IntCodec, IntForm } from "../../../codec/model.js";
import type { IntName } from "../../../ir/model.js";
import { intType } from "../native.js";
import type { Check } from "./node.js";

type FloatCodec = Extract<Codec, { op: "float" }>;

export const signed = (int: IntName): boolean => int.startsWith("i");
const width = (int: IntName): string => int.slice(1);

/** The type of the bare bits: the unsigned one of the same width. */
export const bitsType = (int: IntName): string => `uint${width(int)}`;

/** `U32BE`: the name of the reader's and the writer's method. */
export const fixedMethod = (int: IntName, form: IntForm): string => `U${width(int)}${form === "be" && width(int) !== "8" ? "BE" : ""}`;

/** A conversion, unless the expression has that type. */
export const convert = (expression: string, from: string, to: string): string => (from === to ? expression : `${to}(${expression})`);

/** Inclusive bounds as Go constants: those of the codec, else those of its type. */
export function intBounds(codec: IntCodec): { min: string; max: string } {
  const max = width(codec.int);
  const highest = (): string => `math.Max${signed(codec.int) ? "Int" : "Uint"}${max}`;
  const lowest = (): string => (signed(codec.int) ? `math.MinInt${max}` : "0");
  return { min: codec.min ?? lowest(), max: codec.max ?? highest() };
}

/** The condition under which `value` is outside the bounds, and the bounds; undefined if there are none. */
export function rangeCondition(codec: IntCodec, value: string): { condition: string; bounds: string } | undefined {
  const parts = [codec.min === null ? "" : `${value} < ${codec.min}`, codec.max === null ? "" : `${value} > ${codec.max}`].filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  const { min, max } = intBounds(codec);
  return { condition: parts.join(" || "), bounds: `${constant(codec.int, min)}, ${constant(codec.int, max)}` };
}

/** A constant that is passed as `any` needs a type that holds it. */
const constant = (int: IntName, value: string): string => (Number(width(int)) >= 32 ? `${intType(int)}(${value})` : value);

/** The same for a float: a NaN is outside all bounds. */
export function floatCondition(codec: FloatCodec, value: string): { condition: string; bounds: string } | undefined {
  if (codec.min === null && codec.max === null) return undefined;
  const infinity = (sign: string): string => `math.Inf(${sign}1)`;
  const bounds = `${codec.min ?? infinity("-")}, ${codec.max ?? infinity("")}`;
  return { condition: `!codec.Within(${value}, ${bounds})`, bounds };
}

export const decodeCheck = (range: { condition: string; bounds: string } | undefined, at: string, value: string, wrap: string): Check[] =>
  range ? [{ condition: range.condition, failure: `codec.OutOfRange(${at}, ${value}, ${range.bounds})${wrap}` }] : [];

export const encodeCheck = (range: { condition: string; bounds: string } | undefined, value: string, wrap: string): Check[] =>
  range ? [{ condition: range.condition, failure: `codec.RefuseRange(${value}, ${range.bounds})${wrap}` }] : [];

/** `codec.PrefixU16, 0, 100`. */
export function prefixAndBounds(extent: Extent): string {
  return `${prefix(extent)}, ${sizeBounds(extent)}`;
}

export const sizeBounds = (extent: Extent): string => `${extent.min}, ${extent.max ?? "codec.NoMax"}`;

export function prefix(extent: Extent): string {
  if (extent.kind === "rest") return "codec.Rest";
  const int = extent.int!;
  if (int.form === "varint") return `codec.PrefixVarint${int.int === "u64" ? "" : width(int.int)}`;
  return `codec.Prefix${fixedMethod(int.int, int.form)}`;
}

/** The integer at an offset of a run of bytes. */
export function loadInt(int: IntName, form: IntForm, bytes: string, offset: number): string {
  if (width(int) === "8") return `${bytes}[${offset}]`;
  return `${order(form)}.Uint${width(int)}(${bytes}[${offset}:])`;
}

export function storeInt(int: IntName, form: IntForm, bytes: string, offset: number, value: string): string {
  if (width(int) === "8") return `${bytes}[${offset}] = ${value}`;
  return `${order(form)}.PutUint${width(int)}(${bytes}[${offset}:], ${value})`;
}

const order = (form: IntForm): string => `binary.${form === "be" ? "Big" : "Little"}Endian`;

/** A constant's value as the unsigned number with the same bits, in hex. */
export function constantBits(int: IntName, value: string): string {
  const bits = BigInt.asUintN(Number(width(int)), BigInt(value));
  return `0x${bits.toString(16)}`;
}

/** Bytes in hex as a Go string. */
export const bytesLiteral = (hex: string): string => `"${hex.replace(/../g, "\\x$&")}"`;
