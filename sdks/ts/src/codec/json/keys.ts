/** Keys of maps, whose string `token` began at `start`. */
import { checkBigInt, checkInt } from "../checks.js";
import { integerFrom } from "./number.js";
import type { Reader } from "./reader.js";
import { checkTextSize } from "./values.js";

export function textKey(r: Reader, start: number, token: string, min = 0, max = Infinity): string {
  checkTextSize(r, start, token, min, max);
  return token;
}

export function intKey(r: Reader, start: number, token: string, min: number, max: number): number {
  return Number(integerFrom(r, start, token, BigInt(min), BigInt(max)));
}

export function bigIntKey(r: Reader, start: number, token: string, min: bigint, max: bigint): bigint {
  return integerFrom(r, start, token, min, max);
}

export function quotedInt(key: number, min: number, max: number): string {
  return `"${checkInt(key, min, max) + 0}"`;
}

export function quotedBigInt(key: bigint, min: bigint, max: bigint): string {
  return `"${checkBigInt(key, min, max)}"`;
}
