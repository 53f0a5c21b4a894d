import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeDef } from "../../ir/model.js";
import type { Rule } from "../rule.js";

/** MW2403: a module has one type of a name. */
export const duplicateIds: Rule = function* ({ spec }) {
  const owners = new Map<string, TypeDef>();
  for (const type of spec.types) {
    const owner = owners.get(type.id);
    if (!owner) owners.set(type.id, type);
    else
      yield diagnostic(
        "MW2403",
        type.source,
        `There are two types ${type.id}; the other is at ${owner.source.file}:${owner.source.line}.`,
        "Rename one of them; a case written in place is named after its union and itself.",
      );
  }
};
