/** Floats as canonical text. */

/** The shortest digits that read back as the same number; plain if the first digit's exponent is from -5 to 15. */
export function floatText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  if (size < 1e-5 || size >= 1e16) return value.toExponential().replace("+", "");
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
