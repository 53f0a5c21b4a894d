import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2012: a map has a count. */
export const restMap: Rule = function* ({ spec }) {
  for (const definition of spec.types)
    for (const { label, position, type } of expressionsOf(definition))
      for (const part of nested(type))
        if (part.kind === "map" && part.framing.kind === "rest")
          yield diagnostic("MW2012", position, `${label} holds a map that takes the rest of its window.`, "Give the number of its entries, such as Counted<u16, Map<K, V>>.");
};
