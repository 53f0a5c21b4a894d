import fc from "fast-check";
import { expect, test } from "vitest";
import { DecodeError } from "../../src/index.js";
import { canonicalFloat32, canonicalFloat64, parseFloat32 } from "../../src/codec/json/float.js";
import { f64 } from "../../src/codec/json/number.js";
import { Reader } from "../../src/codec/json/reader.js";

test.each([
  [0, "0.0"],
  [-0, "-0.0"],
  [64, "64.0"],
  [0.1, "0.1"],
  [1e-5, "0.00001"],
  [1.5e-6, "1.5e-6"],
  [1e15, "1000000000000000.0"],
  [9999999999999998, "9999999999999998.0"],
  [1e16, "1e16"],
  [-1.5e-7, "-1.5e-7"],
  [2 ** 89, "6.189700196426902e26"],
  [5e-324, "5e-324"],
  [Number.MAX_VALUE, "1.7976931348623157e308"],
])("%d is written %s", (value, text) => {
  expect(canonicalFloat64(value)).toBe(text);
});

test.each([
  [0.1, "0.1"],
  [1 / 3, "0.33333334"],
  [16777216, "16777216.0"],
  [1e-5, "0.00001"],
  [9.999999e15, "9999999000000000.0"],
  [1e16, "1e16"],
  [2 ** -149, "1e-45"],
  [2 ** -126, "1.1754944e-38"],
  [3.4028234663852886e38, "3.4028235e38"],
  // The closest number of eight digits lies outside the numbers that round to these powers of two.
  [2 ** 90, "1.2379401e27"],
  [2 ** -96, "1.2621775e-29"],
])("as a 32-bit float, %d is written %s", (value, text) => {
  expect(canonicalFloat32(Math.fround(value))).toBe(text);
});

const float32 = fc.float({ noNaN: true, noDefaultInfinity: true });

test("what is written reads back", () => {
  fc.assert(fc.property(float32, (value) => Object.is(parseFloat32(canonicalFloat32(value)), value)));
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
      Object.is(Number(canonicalFloat64(value)), value),
    ),
  );
});

test("no fewer digits read back as the same 32-bit float", () => {
  const powers = fc.integer({ min: -149, max: 127 }).map((exponent) => 2 ** exponent);
  fc.assert(
    fc.property(fc.oneof(float32.map(Math.abs), powers), (value) => {
      fc.pre(value > 0);
      const digits = canonicalFloat32(value)
        .replace(/e.*/, "")
        .replace(".", "")
        .replace(/^0+|0+$/g, "").length;
      for (const shorter of shorterDecimals(value, digits - 1)) expect(parseFloat32(shorter)).not.toBe(value);
    }),
  );
});

/** The decimals with that many digits that stand around `value`. */
function shorterDecimals(value: number, digits: number): string[] {
  if (digits === 0) return [];
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  const whole = Number(mantissa!.replace(".", ""));
  return [whole - 1, whole, whole + 1].map((one) => `${one}e${Number(exponent) - digits + 1}`);
}

test.each([
  // Halfway between 1 and the float after it, and a little to both sides: 64 bits cannot tell the three apart.
  ["1.00000005960464477539062", 1],
  ["1.000000059604644775390625", 1],
  ["1.00000005960464477539063", 1 + 2 ** -23],
  ["-1.00000005960464477539063", -1 - 2 ** -23],
  ["3.4028235677973366163e38", 3.4028234663852886e38],
  ["3.4028235677973366164e38", Infinity],
  ["1e400", Infinity],
  ["7.006492321624085e-46", 0],
  ["7.006492321624086e-46", 2 ** -149],
])("%s is the 32-bit float %d", (text, value) => {
  expect(parseFloat32(text)).toBe(value);
});

test("a decimal is read if it is how its number is written, and only then", () => {
  const digits = fc.stringMatching(/^[0-9]{1,17}$/);
  const decimal = fc
    .tuple(fc.constantFrom("", "-"), digits, digits)
    .map(([sign, whole, part]) => `${sign}${whole}.${part}`);
  const small = fc.stringMatching(/^0\.0{1,6}[0-9]{1,9}$/);
  fc.assert(
    fc.property(
      fc.oneof(decimal, small, fc.double({ noNaN: true, noDefaultInfinity: true }).map(canonicalFloat64)),
      (token) => {
        const value = Number(token);
        const read = (): number => f64(new Reader(`${token},`, 0, 0));
        if (canonicalFloat64(value) === token) expect(read()).toBe(value);
        else expect(read).toThrow(DecodeError);
      },
    ),
    { numRuns: 2000 },
  );
});
