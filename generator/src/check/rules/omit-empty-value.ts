import { PatternError, compilePattern } from "../../codec/pattern.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { expressionsOf } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2108: an OmitEmpty field has an empty value, and its bounds allow it. */
export const omitEmptyValue: Rule = function* ({ spec }) {
  for (const definition of spec.types)
    for (const { label, position, type, field } of expressionsOf(definition)) {
      const fault = field?.omitEmpty ? emptyFault(type) : undefined;
      if (fault) yield diagnostic("MW2108", position, `${label} is marked OmitEmpty, but ${fault}.`, "Write ? in place of OmitEmpty, or change the bounds.");
    }
};

function emptyFault(type: TypeExpr): string | undefined {
  switch (type.kind) {
    case "bool":
      return undefined;
    case "float":
      return "floats have two zeros, 0.0 and -0.0";
    case "int":
      return Number(type.min ?? 0) > 0 || Number(type.max ?? 0) < 0 ? "its bounds exclude zero" : undefined;
    case "text":
      if (type.pattern !== undefined && !matchesNothing(type.pattern)) return "its pattern excludes the empty text";
      return excludesEmpty(type.limit.min);
    case "bytes":
    case "list":
    case "map":
      return excludesEmpty(type.limit.min);
    default:
      return "its type has no empty value";
  }
}

const excludesEmpty = (min: number): string | undefined => (min > 0 ? `its least size is ${min}` : undefined);

function matchesNothing(pattern: string): boolean {
  try {
    return compilePattern(pattern).accepting[0]!;
  } catch (error) {
    // A rule of its own reports it.
    if (error instanceof PatternError) return true;
    throw error;
  }
}
