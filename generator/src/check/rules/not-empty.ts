import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../rule.js";

/** MW2404: a spec has types. */
export const notEmpty: Rule = function* ({ spec }) {
  if (spec.types.length === 0)
    yield diagnostic("MW2404", { file: "meshwright.json", line: 1, column: 1 }, `The spec ${spec.name} has no types.`, "Export at least one interface or type from a .ts file in this folder.");
};
