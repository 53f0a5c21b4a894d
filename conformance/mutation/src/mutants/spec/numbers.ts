/** Operators on numbers: widths, signs, byte orders, bounds. */
import type { Family } from "../../../../../generator/dist/codec/model.js";
import type { Framing, IntName, TypeDef, TypeExpr } from "../../../../../generator/dist/ir/model.js";
import { SIDES, type Draft, type Side } from "../mutant.js";
import { expressionsOf, type Placed } from "./expressions.js";
import { fits, highest, lowest, neighbours, otherSign, widthOf } from "./integers.js";

type Int = Extract<TypeExpr, { kind: "int" }>;

/** A neighbouring width, of values, prefixes, tags, enums and flags. */
export function width(type: TypeDef, family: Family): Draft[] {
  return [...expressionsOf(type).flatMap((placed) => widthsIn(placed, family)), ...widthsOfRepr(type, family)];
}

function widthsIn({ expression, at, place }: Placed, family: Family): Draft[] {
  const to = (int: IntName, from: IntName, where: string, ...path: string[]): Draft => ({ place: where, change: `${from} → ${int}`, edits: [{ at: [...at, ...path], to: int }] });
  // The brand's own declaration would have to change too.
  if (expression.kind === "int" && expression.brand === undefined)
    return neighbours(expression.int).filter((int) => keepsBounds(int, expression)).map((int) => to(int, expression.int, place, "int"));
  if (expression.kind === "const" && expression.of === "int")
    return family === "json" ? [] : neighbours(expression.int).filter((int) => fits(int, BigInt(expression.value))).map((int) => ({ ...to(int, expression.int, place, "int"), sides: sidesOfNumbers([BigInt(expression.value)], expression.int, int, family) }));
  if (expression.kind === "float" && expression.brand === undefined) {
    const other = expression.bits === 32 ? 64 : 32;
    return [{ place, change: `f${expression.bits} → f${other}`, edits: [{ at: [...at, "bits"], to: other }] }];
  }
  const framing = prefixOf(expression);
  return framing && family !== "json" ? neighbours(framing.int).map((int) => to(int, framing.int, `${place} prefix`, "framing", "int")) : [];
}

function keepsBounds(int: IntName, { min, max }: Int): boolean {
  return (min === undefined || fits(int, BigInt(min))) && (max === undefined || fits(int, BigInt(max)));
}

function widthsOfRepr(type: TypeDef, family: Family): Draft[] {
  const numbers = numbersOf(type, family);
  if (!numbers || !("repr" in type)) return [];
  const { repr } = type;
  return neighbours(repr).filter((int) => numbers.every((value) => fits(int, value))).map((int) => ({ place: "", change: `${repr} → ${int}`, edits: [{ at: ["repr"], to: int }], sides: sidesOfNumbers(numbers, repr, int, family) }));
}

/** A varint has no width: an encoder writes these numbers alike, unless one of the types is a byte and a number needs two. */
function sidesOfNumbers(numbers: readonly bigint[], from: IntName, to: IntName, family: Family): readonly Side[] {
  if (family === "fixed") return SIDES;
  const byte = widthOf(from) === 8 || widthOf(to) === 8;
  return family === "compact" && byte && numbers.some((value) => value > 127n) ? SIDES : ["decode"];
}

/** The numbers that must fit; nothing where the integer does not show. JSON shows it only of an open enum. */
function numbersOf(type: TypeDef, family: Family): bigint[] | null {
  if (family === "json" && !(type.kind === "enum" && type.open)) return null;
  if (type.kind === "enum") return type.members.map(({ value }) => BigInt(value));
  if (type.kind === "flags") return type.flags.map(({ bit }) => 1n << BigInt(bit));
  if (type.kind === "union") return type.cases.map(({ tag }) => BigInt(tag));
  return null;
}

export function prefixOf(expression: TypeExpr): Extract<Framing, { kind: "prefix" }> | null {
  return "framing" in expression && expression.framing.kind === "prefix" ? expression.framing : null;
}

/** Signed for unsigned, and the other way round. */
export function sign(type: TypeDef): Draft[] {
  return expressionsOf(type).flatMap(({ expression, at, place }) => {
    if (expression.kind !== "int" || expression.brand !== undefined || !keepsBounds(otherSign(expression.int), expression)) return [];
    const int = otherSign(expression.int);
    return [{ place, change: `${expression.int} → ${int}`, edits: [{ at: [...at, "int"], to: int }] }];
  });
}

/** The other byte order. */
export function endianness(type: TypeDef, family: Family): Draft[] {
  if (family !== "fixed") return [];
  const flip = (from: "le" | "be", place: string, ...at: (string | number)[]): Draft => {
    const to = from === "le" ? "be" : "le";
    return { place, change: `${from} → ${to}`, edits: [{ at, to }] };
  };
  return expressionsOf(type).flatMap(({ expression, at, place }) => {
    if (expression.kind === "const" && expression.of === "int" && readsAlike(BigInt(expression.value), widthOf(expression.int))) return [];
    if (expression.kind === "int" || (expression.kind === "const" && expression.of === "int"))
      return widthOf(expression.int) === 8 ? [] : [flip(expression.endian, place, ...at, "endian")];
    if (expression.kind === "float") return [flip(expression.endian, place, ...at, "endian")];
    const framing = prefixOf(expression);
    return framing && widthOf(framing.int) > 8 ? [flip(framing.endian, `${place} prefix`, ...at, "framing", "endian")] : [];
  });
}

/** The same bytes from either end. */
function readsAlike(value: bigint, width: number): boolean {
  const hex = BigInt.asUintN(width, value).toString(16).padStart(width / 4, "0");
  return hex === hex.match(/../g)!.reverse().join("");
}

/** Bounds of numbers: none, one less, one more. */
export function bound(type: TypeDef): Draft[] {
  return expressionsOf(type).flatMap((placed) => {
    const { expression } = placed;
    if (expression.kind === "int") return [...intBound(placed, expression, "min"), ...intBound(placed, expression, "max")];
    if (expression.kind === "float") return [...floatBound(placed, expression, "min"), ...floatBound(placed, expression, "max")];
    return [];
  });
}

function intBound({ at, place }: Placed, { int, min, max }: Int, which: "min" | "max"): Draft[] {
  const from = which === "min" ? min : max;
  if (from === undefined) return [];
  const value = BigInt(from);
  // A bound that the type itself keeps is none.
  if (value === (which === "min" ? lowest(int) : highest(int))) return [];
  const to = [undefined, value - 1n, value + 1n].filter((next) => next === undefined || fits(int, next));
  return to.map((next) => ({ place, change: `${which} ${from} → ${next ?? "none"}`, edits: [{ at: [...at, which], to: next?.toString() }] }));
}

/** One less and one more is the next number that the float can be. */
function floatBound({ at, place }: Placed, expression: Extract<TypeExpr, { kind: "float" }>, which: "min" | "max"): Draft[] {
  const from = expression[which];
  if (from === undefined) return [];
  return [undefined, nextFloat(from, expression.bits, -1), nextFloat(from, expression.bits, 1)].map((to) => ({ place, change: `${which} ${from} → ${to ?? "none"}`, edits: [{ at: [...at, which], to }] }));
}

/** The next greater (`step` 1) or smaller float of that width. */
export function nextFloat(value: number, bits: 32 | 64, step: 1 | -1): number {
  const view = new DataView(new ArrayBuffer(8));
  if (value === 0) return bits === 32 ? step * 2 ** -149 : step * Number.MIN_VALUE;
  const away = value > 0 ? step : -step;
  if (bits === 32) {
    view.setFloat32(0, value);
    view.setInt32(0, view.getInt32(0) + away);
    return view.getFloat32(0);
  }
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(away));
  return view.getFloat64(0);
}
