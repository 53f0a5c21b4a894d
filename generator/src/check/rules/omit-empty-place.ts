import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf } from "../expressions.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2105: OmitEmpty stands in types that cross as JSON, if perhaps not only so. */
export const omitEmptyPlace: Rule = function* ({ places }) {
  const inJson = new Set(places.filter((place) => place.encoding === "json").map((place) => place.type));
  for (const place of places) {
    if (inJson.has(place.type)) continue;
    for (const { label, position, field } of expressionsOf(place.type))
      if (field?.omitEmpty)
        yield diagnostic("MW2105", position, `${label} is marked OmitEmpty, but stands ${whereabouts(place)}.`, "Leave out OmitEmpty, or write ? if the value may be absent.");
  }
};
