/** Decimal text to the nearest float, exactly: whole-number arithmetic, so that nothing is rounded twice. */

export interface Decimal {
  negative: boolean;
  /** The value is `digits` × 10^`exponent`. */
  digits: bigint;
  exponent: number;
}

export interface FloatFormat {
  /** Bits of the significand, the hidden one included. */
  precision: number;
  /** Exponent of the last bit of the smallest and of the greatest number. */
  minExponent: number;
  maxExponent: number;
}

export const formats: Record<32 | 64, FloatFormat> = {
  32: { precision: 24, minExponent: -149, maxExponent: 104 },
  64: { precision: 53, minExponent: -1074, maxExponent: 971 },
};

const numberToken = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/** `undefined` if `text` is not a number: digits, perhaps a fraction, perhaps an exponent. Leading zeros are read. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = numberToken.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  return { negative: sign === "-", digits: BigInt(whole + fraction), exponent: clampExponent(exponent) - fraction.length };
}

/** An exponent beyond any float's, however long it is written, is as good as a million. */
function clampExponent(text: string): number {
  return Math.max(-1_000_000, Math.min(1_000_000, Number(text)));
}

/** Ties go to the even neighbour; what is beyond the greatest number by half a step or more is infinite. */
export function nearestFloat(decimal: Decimal, bits: 32 | 64): number {
  const magnitude = nearestMagnitude(decimal, formats[bits]);
  return decimal.negative ? -magnitude : magnitude;
}

function nearestMagnitude({ digits, exponent }: Decimal, { precision, minExponent, maxExponent }: FloatFormat): number {
  if (digits === 0n) return 0;
  const firstDigit = digits.toString().length + exponent;
  if (firstDigit > 400) return Infinity;
  if (firstDigit < -400) return 0;
  const numerator = exponent >= 0 ? digits * 10n ** BigInt(exponent) : digits;
  const denominator = exponent >= 0 ? 1n : 10n ** BigInt(-exponent);
  // The right scale leaves `precision` bits; it is this one or the next, or one more where rounding up carries into another bit.
  let scale = Math.max(minExponent, bitLength(numerator) - bitLength(denominator) - precision);
  let significand = roundedQuotient(numerator, denominator, scale);
  while (bitLength(significand) > precision) significand = roundedQuotient(numerator, denominator, ++scale);
  return scale > maxExponent ? Infinity : Number(significand) * 2 ** scale;
}

/** `numerator / denominator / 2^scale` to the nearest whole number, ties to even. */
function roundedQuotient(numerator: bigint, denominator: bigint, scale: number): bigint {
  const above = scale < 0 ? numerator << BigInt(-scale) : numerator;
  const below = scale > 0 ? denominator << BigInt(scale) : denominator;
  const quotient = above / below;
  const twiceRest = (above % below) * 2n;
  const up = twiceRest > below || (twiceRest === below && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

const bitLength = (value: bigint): number => value.toString(2).length;
