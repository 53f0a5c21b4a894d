/** What the operators know of integer types. */
import type { IntName } from "../../../../../generator/dist/ir/model.js";

const WIDTHS = [8, 16, 32, 64];

export const widthOf = (int: IntName): number => Number(int.slice(1));
export const signed = (int: IntName): boolean => int.startsWith("i");
export const lowest = (int: IntName): bigint => (signed(int) ? -(1n << BigInt(widthOf(int) - 1)) : 0n);
export const highest = (int: IntName): bigint => (1n << BigInt(widthOf(int) - (signed(int) ? 1 : 0))) - 1n;
export const fits = (int: IntName, value: bigint): boolean => value >= lowest(int) && value <= highest(int);

/** The next narrower and the next wider type. */
export function neighbours(int: IntName): IntName[] {
  const position = WIDTHS.indexOf(widthOf(int));
  return [WIDTHS[position - 1], WIDTHS[position + 1]].filter((width) => width !== undefined).map((width) => `${int[0]}${width}` as IntName);
}

export const otherSign = (int: IntName): IntName => `${signed(int) ? "u" : "i"}${widthOf(int)}` as IntName;
