/** Floats as text: the shortest digits that read back as the same number, the closest to it if there are several. */
import { float32, words } from "../scratch.js";

/** Exponents of the first digit from here to there are written plainly. */
const MIN_PLAIN = -5;
const MAX_PLAIN = 15;
/** The least size of a number that is written plainly. */
export const MIN_PLAIN_SIZE = Number(`1e${MIN_PLAIN}`);
const MAX_UNIQUE_DIGITS = 6;
/** The 32-bit float that would come after the greatest one. */
const FIRST_TOO_LARGE = 2 ** 128;
/** A longer token is not canonical, so that it need not be told apart from its neighbours. */
const MAX_EXACT_TOKEN = 1000;

/** The canonical spelling of a finite number. */
export function canonicalFloat64(value: number): string {
  const size = Math.abs(value);
  if (size >= MIN_PLAIN_SIZE && size < 1e16) {
    // The language's own spelling is the shortest, and plain in this range.
    const text = String(value);
    return Number.isInteger(value) ? `${text}.0` : text;
  }
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  return value.toExponential().replace("+", "");
}

/** The canonical spelling of a finite number that is exact in 32 bits. */
export function canonicalFloat32(value: number): string {
  // Up to six digits name one 32-bit float each, so they are the shortest there as well.
  if (value === 0 || String(value).length <= MAX_UNIQUE_DIGITS) return canonicalFloat64(value);
  const [mantissa, exponent] = shortest32(Math.abs(value)).split("e");
  const sign = value < 0 ? "-" : "";
  return sign + layOut(mantissa!.replace(".", "").replace(/0+$/, "") || "0", Number(exponent));
}

/** `d.ddde±x` in the fewest digits. */
function shortest32(value: number): string {
  for (let digits = 0; ; digits++) {
    const closest = evenOfTwo(value, digits);
    if (parseFloat32(closest) === value) return closest;
    // Below a power of two numbers stand closer than above it, so that the neighbour above may do where the closest does not.
    const above = nextAbove(closest);
    if (parseFloat32(above) === value) return above;
  }
}

/** The closest decimal with so many digits after the first; of two equally close the even one, where the language takes the larger. */
function evenOfTwo(value: number, digits: number): string {
  const larger = value.toExponential(digits);
  const end = larger.indexOf("e");
  if (Number(larger[end - 1]) % 2 === 0) return larger;
  const smaller = `${larger.slice(0, end - 1)}${Number(larger[end - 1]) - 1}${larger.slice(end)}`;
  const between = `${smaller.slice(0, end)}${digits === 0 ? "." : ""}5${smaller.slice(end)}`;
  return compareDecimal(between, value) === 0 ? smaller : larger;
}

/** The next decimal with as many digits. */
function nextAbove(decimal: string): string {
  const [mantissa, exponent] = decimal.split("e");
  const digits = mantissa!.replace(".", "");
  const next = String(BigInt(digits) + 1n);
  const fraction = next.length > 1 ? `.${next.slice(1)}` : "";
  return `${next[0]}${fraction}e${Number(exponent) + next.length - digits.length}`;
}

/** Writes `digits`, the first of which stands for 10^`exponent`. */
function layOut(digits: string, exponent: number): string {
  if (exponent < MIN_PLAIN || exponent > MAX_PLAIN) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${digits[0]}${fraction}e${exponent}`;
  }
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}

/** The 32-bit float closest to the decimal `token`; infinite if it is too large. */
export function parseFloat32(token: string): number {
  const wide = Number(token);
  const narrow = Math.fround(wide);
  if (narrow === wide || token.length > MAX_EXACT_TOKEN) return narrow;
  const size = Math.abs(wide);
  const closest = Math.abs(narrow);
  const below = closest > size ? stepped(closest, -1) : closest;
  const above = stepped(below, 1);
  // Rounding twice, to 64 bits and then to 32, goes wrong only where the first time ends halfway between two floats.
  if (size - below !== Math.min(above, FIRST_TOO_LARGE) - size) return narrow;
  const order = compareDecimal(token, size);
  const right = order < 0 ? below : order > 0 ? above : closest;
  return wide < 0 ? -right : right;
}

/** The 32-bit float that is `by` places after a positive one. */
function stepped(value: number, by: number): number {
  float32[0] = value;
  words[0] = words[0]! + by;
  return float32[0]!;
}

/** How the size of a decimal compares with `size`, exactly: below zero if it is less. */
function compareDecimal(token: string, size: number): number {
  const [, whole, fraction = "", exponent = "0"] = /([0-9]+)(?:\.([0-9]+))?(?:e([+-]?[0-9]+))?$/i.exec(token)!;
  const scale = Number(exponent) - fraction.length;
  let left = BigInt(whole! + fraction);
  // size = right / 2^halvings
  let halvings = 0n;
  let scaled = size;
  for (; !Number.isInteger(scaled); halvings++) scaled *= 2;
  let right = BigInt(scaled);
  if (scale > 0) left *= 10n ** BigInt(scale);
  else right *= 10n ** BigInt(-scale);
  left <<= halvings;
  return left < right ? -1 : left > right ? 1 : 0;
}
