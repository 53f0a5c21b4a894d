import { PatternError, compilePattern } from "../../codec/pattern.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { boundedExpressions } from "../bounds.js";
import type { Rule } from "../rule.js";

/** MW2205: patterns compile. */
export const pattern: Rule = function* (context) {
  for (const { label, position, part } of boundedExpressions(context)) {
    if (part.kind !== "text" || part.pattern === undefined) continue;
    try {
      compilePattern(part.pattern);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      yield diagnostic(
        "MW2205",
        position,
        `The pattern ${JSON.stringify(part.pattern)} of ${label} cannot be compiled: ${error.message}.`,
        "Keep to literals, classes, groups, | and repeats, in ASCII; docs/spec-language.md describes the dialect.",
      );
    }
  }
};
