import { diagnostic } from "../../diagnostics/diagnostic.js";
import { boundedExpressions } from "../bounds.js";
import type { Rule } from "../rule.js";

/** MW2204: bounds of an f32 are f32 values. */
export const floatBounds: Rule = function* (context) {
  for (const { label, position, part } of boundedExpressions(context)) {
    if (part.kind !== "float" || part.bits !== 32) continue;
    for (const bound of [part.min, part.max])
      if (bound !== undefined && Math.fround(bound) !== bound)
        yield diagnostic("MW2204", position, `The bound ${bound} of ${label} is not exact in f32.`, `Use f64, or a bound that f32 has, such as ${Math.fround(bound)}.`);
  }
};
