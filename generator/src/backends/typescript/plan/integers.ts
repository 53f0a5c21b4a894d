/** Integers and floats in generated code: which function of the runtime, which literal. */
import type { Codec, Extent, IntCodec } from "../../../codec/model.js";
import type { IntName } from "../../../ir/model.js";
import { call, type Code } from "../code.js";
import { floatLiteral, integerLiteral, isWide } from "../literals.js";
import type { ModuleContext } from "./context.js";

export type FloatCodec = Extract<Codec, { op: "float" }>;

/** `u16`, `u16Be`, `varU16`: what reads it, after a verb with a capital what writes it. */
export function intFunction({ int, form }: IntCodec): string {
  if (form === "varint") return `var${capital(int)}`;
  return form === "be" && !int.endsWith("8") ? `${int}Be` : int;
}

export const floatFunction = ({ bits, form }: FloatCodec): string => `f${bits}${form === "be" ? "Be" : ""}`;

export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const intBytes = (int: IntName): number => Number(int.slice(1)) / 8;

/** The least and the greatest number of a type, as literals, or those of its bounds where they are narrower. */
export function intBounds({ int, min, max }: Pick<IntCodec, "int" | "min" | "max">): [string, string] {
  const bits = BigInt(int.slice(1));
  const signed = int.startsWith("i");
  const lowest = signed ? -(1n << (bits - 1n)) : 0n;
  const highest = (1n << (signed ? bits - 1n : bits)) - 1n;
  return [integerLiteral(int, min ?? lowest), integerLiteral(int, max ?? highest)];
}

export const isBounded = ({ min, max }: { min: unknown; max: unknown }): boolean => min !== null || max !== null;

/** What an encoder checks of an integer that has bounds of its own, or no other check. */
export const checkInt = (context: ModuleContext, codec: IntCodec, value: string): Code => call(context.codec(isWide(codec.int) ? "checkBigInt" : "checkInt"), value, ...intBounds(codec));

export function floatBounds({ min, max }: FloatCodec): [string, string] {
  return [min === null ? "-Infinity" : floatLiteral(min), max === null ? "Infinity" : floatLiteral(max)];
}

/** The variant of a runtime function for 64 bits. */
export const wide = (name: string, int: IntName): string => (isWide(int) ? `${name}BigInt` : name);

/** The runtime's word for where a value ends, and its bounds where there are any. */
export function extentArguments(context: ModuleContext, extent: Extent): string[] {
  return [context.binary(prefixOf(extent)), ...sizeArguments(extent.min, extent.max === capacityOf(extent) ? null : extent.max)];
}

function prefixOf({ kind, int }: Extent): string {
  if (kind === "rest" || !int) return "REST";
  const name = int.int.toUpperCase();
  if (int.form === "varint") return `VAR_${name}`;
  return int.form === "be" && int.int !== "u8" ? `${name}_BE` : name;
}

/** What the prefix can say at most. */
function capacityOf({ int }: Extent): number | null {
  return int && int.int !== "u64" ? 2 ** (8 * intBytes(int.int)) - 1 : null;
}

/** `min, max`, `min`, or nothing. */
export function sizeArguments(min: number, max: number | null): string[] {
  return max !== null ? [String(min), String(max)] : min > 0 ? [String(min)] : [];
}
