/** The two parts of a duration, the same in every encoding that has it. */
import type { TypeExpr } from "../../ir/model.js";

export const durationParts: readonly { name: "secs" | "nanos"; type: Extract<TypeExpr, { kind: "int" }> }[] = [
  { name: "secs", type: { kind: "int", int: "u64", endian: "le" } },
  { name: "nanos", type: { kind: "int", int: "u32", endian: "le", max: "999999999" } },
];
