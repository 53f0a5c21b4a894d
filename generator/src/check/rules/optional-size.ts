import { familyOf } from "../../codec/sizes.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf } from "../expressions.js";
import { endsWithOptionals, whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2004: an optional that is there if bytes are left takes at least one byte. */
export const optionalSize: Rule = function* ({ places, sizes }) {
  for (const place of places) {
    if (!endsWithOptionals(place)) continue;
    for (const { label, position, type, field } of expressionsOf(place.type))
      if (field?.optional && sizes.min(type, familyOf(place)) === 0)
        yield diagnostic(
          "MW2004",
          position,
          `${label} may take no bytes, so ${whereabouts(place)} an absent one could not be told from an empty one.`,
          "Leave out the ?, give it a length with Sized<…>, or a least size with Limit<…, 1>.",
        );
  }
};
