/** The one text of a finite float: the fewest digits that read back to it, of those the closest. */
import { formats } from "./decimal.js";

/** `value` must be a float of `bits` bits and finite. */
export function floatText(value: number, bits: 32 | 64): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return `${sign}0.0`;
  const { digits, exponent } = shortestDigits(Math.abs(value), bits);
  return sign + (exponent >= -5 && exponent <= 15 ? plain(digits, exponent) : scientific(digits, exponent));
}

/** In neutral JSON every float is written as an f64 is, and the three that JSON lacks have names. */
export function neutralFloatText(value: number): string {
  return Number.isFinite(value) ? floatText(value, 64) : String(value);
}

function plain(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${digits.charAt(0)}${fraction}e${exponent}`;
}

interface Digits {
  /** Without zeros at the end. */
  digits: string;
  /** Power of ten of the first digit. */
  exponent: number;
}

/**
 * All whole-number arithmetic. A float owns the decimals that are closer to it than to its neighbours; the halfway points belong to it if its
 * significand is even. Below a power of two the neighbour is only half as far away.
 */
function shortestDigits(value: number, bits: 32 | 64): Digits {
  const { significand, scale } = parts(value, bits);
  const { precision, minExponent } = formats[bits];
  const closerBelow = significand === 1n << BigInt(precision - 1) && scale > minExponent;
  // In quarters of the last bit, so that halfway points are whole.
  const centre = 4n * significand;
  const low = centre - (closerBelow ? 1n : 2n);
  const high = centre + 2n;
  const ends = significand % 2n === 0n ? 0 : 1;
  const compare = (candidate: bigint, power: number, quarters: bigint): number => {
    const left = candidate * 10n ** BigInt(Math.max(power, 0)) * 2n ** BigInt(Math.max(2 - scale, 0));
    const right = quarters * 2n ** BigInt(Math.max(scale - 2, 0)) * 10n ** BigInt(Math.max(-power, 0));
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const owned = (candidate: bigint, power: number): boolean => compare(candidate, power, low) >= ends && compare(candidate, power, high) <= -ends;

  let exponent = Math.floor(Math.log10(value));
  while (compare(1n, exponent, centre) > 0) exponent--;
  while (compare(1n, exponent + 1, centre) <= 0) exponent++;
  for (let count = 1; ; count++) {
    const power = exponent - count + 1;
    const below = floorOf(centre, scale - 2, power);
    const candidates = [below, below + 1n].filter((candidate) => candidate > 0n && owned(candidate, power));
    if (candidates.length === 0) continue;
    const digits = closest(candidates, (sum) => compare(sum, power, 2n * centre)).toString();
    return { digits: digits.replace(/0+$/, ""), exponent: power + digits.length - 1 };
  }
}

/** Of one or two neighbours; `side` compares their sum with twice the value. A tie goes to the even one. */
function closest(candidates: bigint[], side: (sum: bigint) => number): bigint {
  const [first, second] = candidates as [bigint, bigint?];
  if (second === undefined) return first;
  const compared = side(first + second);
  return compared > 0 || (compared === 0 && first % 2n === 0n) ? first : second;
}

/** The greatest whole number of units 10^`power` in `quarters` × 2^`scale`. */
function floorOf(quarters: bigint, scale: number, power: number): bigint {
  const above = quarters * 2n ** BigInt(Math.max(scale, 0)) * 10n ** BigInt(Math.max(-power, 0));
  const below = 2n ** BigInt(Math.max(-scale, 0)) * 10n ** BigInt(Math.max(power, 0));
  return above / below;
}

/** `value` = `significand` × 2^`scale`, read from its bits. */
function parts(value: number, bits: 32 | 64): { significand: bigint; scale: number } {
  const view = new DataView(new ArrayBuffer(8));
  if (bits === 32) view.setFloat32(0, value);
  else view.setFloat64(0, value);
  const raw = bits === 32 ? BigInt(view.getUint32(0)) : view.getBigUint64(0);
  const { precision, minExponent } = formats[bits];
  const fractionBits = BigInt(precision - 1);
  const fraction = raw & ((1n << fractionBits) - 1n);
  const biased = Number(raw >> fractionBits);
  if (biased === 0) return { significand: fraction, scale: minExponent };
  return { significand: fraction | (1n << fractionBits), scale: minExponent + biased - 1 };
}
