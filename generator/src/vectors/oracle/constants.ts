/** A constant may be left out of a value, or be given as what it is. */
import type { TypeExpr } from "../../ir/model.js";
import type { Neutral } from "./neutral.js";
import { integerNeutral } from "./neutral.js";
import { refuseValue } from "./refusal.js";

export function checkConstant(type: Extract<TypeExpr, { kind: "const" }>, value: Neutral | undefined, path: string): void {
  const expected = type.of === "int" ? integerNeutral(type.int, BigInt(type.value)) : type.value;
  if (value !== undefined && value !== expected) refuseValue("bad_constant", path);
}
