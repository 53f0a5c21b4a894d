/** Union cases in neutral JSON. */
import type { UnionCase, UnionDef } from "../../ir/model.js";
import type { Neutral } from "./neutral.js";
import { emptyObject, memberOf, objectOf } from "./neutral.js";
import { NotOfType, refuseValue } from "./refusal.js";

export function caseNeutral({ name }: UnionCase, payload: Neutral | undefined): Neutral {
  return { case: name, value: payload ?? emptyObject() };
}

export function caseGiven(def: UnionDef, neutral: Neutral | undefined, path: string): { found: UnionCase; value: Neutral | undefined } {
  const given = objectOf(neutral, path);
  const name = memberOf(given, "case");
  if (typeof name !== "string") throw new NotOfType("a case's name", path);
  const found = def.cases.find((one) => one.name === name);
  if (!found) refuseValue("unknown_variant", path);
  return { found, value: memberOf(given, "value") };
}
