/** Floats as text and back, against what JavaScript itself does for doubles. */
import { describe, expect, it } from "vitest";
import { nearestFloat, parseDecimal } from "../../src/vectors/oracle/numbers/decimal.js";
import { floatText } from "../../src/vectors/oracle/numbers/floatText.js";
import { random } from "../random.js";

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 3);
const view = new DataView(new ArrayBuffer(8));

function double({ below }: ReturnType<typeof random>): number {
  view.setUint32(0, below(2 ** 32));
  view.setUint32(4, below(2 ** 32));
  return view.getFloat64(0);
}

function single({ below }: ReturnType<typeof random>): number {
  view.setUint32(0, below(2 ** 32));
  return view.getFloat32(0);
}

/** JavaScript's digits, which are the shortest and closest, in our layout. */
function expectedText(value: number): string {
  const [mantissa, exponent] = value.toExponential().split("e") as [string, string];
  const power = Number(exponent);
  if (power < -5 || power > 15) return `${mantissa}e${power}`;
  const plain = power >= 0 ? BigInt(Math.trunc(value)).toString() : String(Math.trunc(value));
  const digits = mantissa.replace(/[-.]/g, "");
  const sign = value < 0 ? "-" : "";
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
  return digits.length > power + 1 ? `${sign}${digits.slice(0, power + 1)}.${digits.slice(power + 1)}` : `${plain}.0`;
}

const read = (text: string, bits: 32 | 64): number => nearestFloat(parseDecimal(text)!, bits);

it.each<[number, string]>([
  [64, "64.0"],
  [0.00001, "0.00001"],
  [0.000001, "1e-6"],
  [1e15, "1000000000000000.0"],
  [1e16, "1e16"],
  [1.5e-7, "1.5e-7"],
  [-0, "-0.0"],
  [2 ** 89, "6.189700196426902e26"],
  [5e-324, "5e-324"],
  [1.7976931348623157e308, "1.7976931348623157e308"],
  [9007199254740993, "9007199254740992.0"],
])("%d is %s", (value, text) => expect(floatText(value, 64)).toBe(text));

it.each<[number, string]>([
  [Math.fround(0.1), "0.1"],
  [3.4028234663852886e38, "3.4028235e38"],
  [1.401298464324817e-45, "1e-45"],
  [16777216, "16777216.0"],
  // 8589973000 and 8589974000 both read back to it; the second is closer.
  [8589973504, "8589974000.0"],
  // The closest of eight digits lies below a power of two, where the interval is only half as wide.
  [2 ** -44, "5.684342e-14"],
])("%d as an f32 is %s", (value, text) => expect(floatText(Math.fround(value), 32)).toBe(text));

describe(`random floats (seed ${SEED})`, () => {
  it("doubles have JavaScript's digits and come back", () => {
    const choices = random(SEED);
    for (let i = 0; i < 4000; i++) {
      const value = double(choices);
      if (!Number.isFinite(value)) continue;
      const text = floatText(value, 64);
      expect(text).toBe(expectedText(value));
      expect(Object.is(read(text, 64), value), text).toBe(true);
    }
  });

  it("singles come back, and no shorter text does", () => {
    const choices = random(SEED);
    for (let i = 0; i < 4000; i++) {
      const value = single(choices);
      if (!Number.isFinite(value) || value === 0) continue;
      const text = floatText(value, 32);
      expect(Object.is(read(text, 32), value), text).toBe(true);
      const digits = text.replace(/e.*/, "").replace(/[-.]/g, "").replace(/^0+|0+$/g, "").length;
      for (const step of [-1n, 0n, 1n]) {
        const [mantissa, exponent] = value.toExponential(Math.max(0, digits - 2)).split("e") as [string, string];
        const shorter = BigInt(mantissa.replace(".", "")) + step;
        if (digits > 1) expect(read(`${shorter}e${Number(exponent) - Math.max(0, digits - 2)}`, 32), text).not.toBe(value);
      }
    }
  });

  it("decimals are read to the nearest double, as JavaScript reads them", () => {
    const { below } = random(SEED);
    for (let i = 0; i < 4000; i++) {
      const text = `${below(2 ** 32)}${below(2 ** 32)}${below(10)}e${below(640) - 345}`;
      expect(read(text, 64), text).toBe(Number(text));
    }
  });
});

it("an f32 is rounded once, not by way of an f64", () => {
  // Halfway between two singles, and a trace more, which a double no longer holds.
  expect(read("1.00000005960464477539062500000000000000000000001", 32)).toBe(Math.fround(1 + 2 ** -23));
  expect(read("1.000000059604644775390625", 32)).toBe(1);
});
