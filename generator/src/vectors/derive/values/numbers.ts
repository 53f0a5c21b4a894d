/** Integers and floats at the edges of their types and bounds. */
import type { TypeExpr } from "../../../ir/model.js";
import { floatText, neutralFloatText } from "../../oracle/numbers/floatText.js";
import type { Neutral } from "../../oracle/neutral.js";
import type { Family } from "../../oracle/types.js";
import { bitsOf, isSigned } from "../../oracle/types.js";
import { boundsOf } from "./sampler.js";
import type { Special } from "./variant.js";
import { distinct, special } from "./variant.js";

type IntType = Extract<TypeExpr, { kind: "int" }>;
type FloatType = Extract<TypeExpr, { kind: "float" }>;

/** Where a varint grows by a byte, and where a JSON number stops being exact in a float. */
const FAMILY_EDGES: Record<Family, bigint[]> = { fixed: [], compact: [127n, 128n, 16383n, 16384n, -64n, -65n], json: [9007199254740993n, -9007199254740993n] };

/** Within and beyond. Numbers that neutral JSON cannot hold exactly are left out. */
export function integers(type: IntType, family: Family): Special[] {
  const { min, max } = boundsOf(type);
  const half = 1n << BigInt(bitsOf(type.int) - 1);
  const inside = [0n, 1n, ...(isSigned(type.int) ? [-1n] : [half]), ...FAMILY_EDGES[family]].filter((value) => value > min && value < max);
  return distinct([
    special("least", neutral(type, min)),
    special("greatest", neutral(type, max)),
    ...inside.map((value) => special(String(value), neutral(type, value))),
    special("below the least", neutral(type, min - 1n)),
    special("above the greatest", neutral(type, max + 1n)),
  ]);
}

const neutral = (type: IntType, value: bigint): Neutral => (bitsOf(type.int) > 32 ? value.toString() : Number(value));

const ORDINARY = [0, 1, -1, 64, 0.1, -2.5, 1e15, 1e16, 0.00001, 0.000001];
/** The last of each list lie halfway between two shortest decimals. */
const SINGLE = [3.4028234663852886e38, 1.1754943508222875e-38, 1.401298464324817e-45, 16777216, 2 ** 89, 1e23, 8589973000, 2097152.25, 2097152.75];
const DOUBLE = [1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 9007199254740993, 2 ** 89, 1e23, 1.2345678901234567, 123456789012345680, 1e21, 9.5367431640625e-7, 1125899906842624.25, 1125899906842623.75];

export function floats(type: FloatType): Special[] {
  const values = [...ORDINARY, ...(type.bits === 32 ? SINGLE : DOUBLE)].map((value) => (type.bits === 32 ? Math.fround(value) : value));
  const bounded = [type.min, type.max].filter((bound) => bound !== undefined);
  const bounds = [
    ...(type.min === undefined ? [] : [special("least", neutralFloatText(type.min)), special("just below the least", floatText(nextFloat(type.min, type.bits, -1), 64)), special("below the least", floatText(beyond(type.min, -1), 64))]),
    ...(type.max === undefined ? [] : [special("greatest", neutralFloatText(type.max)), special("just above the greatest", floatText(nextFloat(type.max, type.bits, 1), 64)), special("above the greatest", floatText(beyond(type.max, 1), 64))]),
  ];
  const some = bounded.length > 0 ? values.slice(0, 4) : values;
  return distinct([
    ...bounds,
    ...some.map((value) => special(neutralFloatText(value), neutralFloatText(value))),
    special("minus zero", "-0.0"),
    special("infinity", "Infinity"),
    special("minus infinity", "-Infinity"),
    special("not a number", "NaN"),
  ]);
}

/** Plainly beyond at any width. */
const beyond = (bound: number, direction: 1 | -1): number => bound + direction * Math.max(1, Math.abs(bound) * 2 ** -20);

/** The next float of that width, greater or smaller. */
function nextFloat(value: number, bits: 32 | 64, direction: 1 | -1): number {
  if (value === 0) return direction * (bits === 32 ? 2 ** -149 : Number.MIN_VALUE);
  const view = new DataView(new ArrayBuffer(8));
  const step = value > 0 ? direction : -direction;
  if (bits === 32) {
    view.setFloat32(0, value);
    view.setInt32(0, view.getInt32(0) + step);
    return view.getFloat32(0);
  }
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(step));
  return view.getFloat64(0);
}
