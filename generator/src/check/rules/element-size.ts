import { diagnostic } from "../../diagnostics/diagnostic.js";
import { familyOf } from "../../codec/sizes.js";
import { expressionsOf, nested, parts } from "../expressions.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2005: in binary encodings, an element takes at least one byte. */
export const elementSize: Rule = function* ({ places, sizes }) {
  for (const place of places) {
    const family = familyOf(place);
    if (family === "json") continue;
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type)) {
        if (part.kind !== "list" && part.kind !== "array" && part.kind !== "map") continue;
        const least = parts(part).reduce((total, element) => total + sizes.min(element, family), 0);
        if (least === 0)
          yield diagnostic(
            "MW2005",
            position,
            `${part.kind === "map" ? "An entry" : "An element"} of ${label} may take no bytes ${whereabouts(place)}.`,
            "Give the element a field that is always there, or a length with Sized<…>.",
          );
      }
  }
};
