import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../rule.js";

/** MW2310: an adjacent union's tag and content have names of their own. */
export const adjacentNames: Rule = function* ({ spec }) {
  for (const type of spec.types)
    if (type.kind === "union" && type.tagging.style === "adjacent" && type.tagging.tag === type.tagging.content)
      yield diagnostic("MW2310", type.source, `${type.name} calls both its tag and its content ${JSON.stringify(type.tagging.tag)}.`, "Give them different names.");
};
