import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { expressionsOf, nested } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2011: what has a stated size has one of at least 1, and a whole number. */
export const zeroSize: Rule = function* ({ spec }) {
  for (const definition of spec.types)
    for (const { label, position, type } of expressionsOf(definition))
      for (const part of nested(type)) {
        const word = WORDS[part.kind];
        if (word && "size" in part && !(Number.isSafeInteger(part.size) && part.size > 0))
          yield diagnostic("MW2011", position, `${word} of ${label} has the size ${part.size}.`, "Give a whole number of 1 or more, or leave it out.");
      }
};

const WORDS: Partial<Record<TypeExpr["kind"], string>> = { fixedBytes: "Bytes<N>", array: "Fixed<T, N>", reserved: "Reserved<N>" };
