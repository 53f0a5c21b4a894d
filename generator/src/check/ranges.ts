/** What the integer types can hold. */
import { intWidth } from "../codec/sizes.js";
import type { Framing, IntName } from "../ir/model.js";

export function intRange(int: IntName): { min: bigint; max: bigint } {
  const bits = BigInt(intWidth(int) * 8);
  return int.startsWith("u") ? { min: 0n, max: (1n << bits) - 1n } : { min: -(1n << (bits - 1n)), max: (1n << (bits - 1n)) - 1n };
}

export function isWithin(value: bigint, { min, max }: { min: bigint; max: bigint }): boolean {
  return min <= value && value <= max;
}

/** The greatest length or count that a framing can say. */
export const capacity = (framing: Framing): number => (framing.kind === "prefix" ? Number(intRange(framing.int).max) : Infinity);
