import { familyOf } from "../../codec/sizes.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import { capacity } from "../ranges.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2008: the smallest content of a window fits its length. */
export const windowCapacity: Rule = function* ({ places, sizes }) {
  for (const place of places) {
    const family = familyOf(place);
    if (family === "json") continue;
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type)) {
        if (part.kind !== "sized") continue;
        const least = sizes.min(part.inner, family);
        const most = Math.min(part.limit.max ?? Infinity, capacity(part.framing));
        if (Number.isFinite(least) && least > most)
          yield diagnostic(
            "MW2008",
            position,
            `The content of ${label} takes at least ${least} bytes ${whereabouts(place)}, but its length can say at most ${most}.`,
            "Use a wider length, such as Sized<u32, …>, or raise its Limit.",
          );
      }
  }
};
