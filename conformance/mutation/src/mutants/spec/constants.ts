/** Operators on what is fixed: constants, counts, reserved bytes, whole sizes. */
import type { Family } from "../../../../../generator/dist/codec/model.js";
import type { TypeDef } from "../../../../../generator/dist/ir/model.js";
import type { Draft } from "../mutant.js";
import { expressionsOf } from "./expressions.js";
import { fits } from "./integers.js";

/** Another value of a constant: beside it, or with its first or last byte changed. JSON does not show those of bit fields. */
export function constant(type: TypeDef, family: Family): Draft[] {
  const fields = expressionsOf(type).flatMap(({ expression, at, place }) => {
    if (expression.kind !== "const") return [];
    const { value } = expression;
    const others =
      expression.of === "int"
        ? [BigInt(value) - 1n, BigInt(value) + 1n].filter((other) => fits(expression.int, other)).map(String)
        : expression.of === "bytes"
          ? [flippedHex(value, 0), flippedHex(value, value.length - 2)]
          : [`_${value.slice(1)}`, `${value.slice(0, -1)}_`];
    return [...new Set(others)].filter((other) => other !== value).map((other) => ({ place, change: `${value} → ${other}`, edits: [{ at: [...at, "value"], to: other }] }));
  });
  return family === "json" ? fields : [...fields, ...bitConstants(type)];
}

const flippedHex = (hex: string, at: number): string => `${hex.slice(0, at)}${(parseInt(hex.slice(at, at + 2), 16) ^ 1).toString(16).padStart(2, "0")}${hex.slice(at + 2)}`;

function bitConstants(type: TypeDef): Draft[] {
  if (type.kind !== "bits") return [];
  return type.fields.flatMap(({ name, content, width }, index) => {
    if (content.kind !== "const") return [];
    const to = content.value ^ 1;
    return to < 2 ** width ? [{ place: name, change: `${content.value} → ${to}`, edits: [{ at: ["fields", index, "content", "value"], to }] }] : [];
  });
}

/** One more and one less of what has a fixed count: arrays, fixed bytes, reserved bytes. */
export function count(type: TypeDef, family: Family): Draft[] {
  return expressionsOf(type).flatMap(({ expression, at, place }) => {
    if (!("size" in expression) || (expression.kind === "reserved" && family === "json")) return [];
    // The brand's own declaration would have to change too.
    if ("brand" in expression && expression.brand !== undefined) return [];
    return [expression.size - 1, expression.size + 1].filter((size) => size > 0).map((size) => ({ place, change: `${expression.size} → ${size}`, edits: [{ at: [...at, "size"], to: size }] }));
  });
}

/** The greatest size of a whole message. */
export function maxSize(type: TypeDef): Draft[] {
  const from = "root" in type ? type.root?.maxSize : undefined;
  if (from === undefined) return [];
  return [undefined, from - 1, from + 1].map((to) => ({ place: "", change: `${from} → ${to ?? "none"}`, edits: [{ at: ["root", "maxSize"], to }] }));
}

/** A type that contains itself no longer counts towards the depth. */
export function depth(type: TypeDef): Draft[] {
  return type.recursionHead ? [{ place: "", change: "counted → not counted", edits: [{ at: ["recursionHead"], to: false }] }] : [];
}
