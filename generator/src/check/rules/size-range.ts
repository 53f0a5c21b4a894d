import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { expressionsOf, nested } from "../expressions.js";
import type { Rule } from "../rule.js";

/** Some languages keep such values on the stack. */
const MOST = 65_535;

/** MW2011: what has a stated size has one from 1 up, within reason. */
export const sizeRange: Rule = function* ({ spec }) {
  for (const definition of spec.types)
    for (const { label, position, type } of expressionsOf(definition))
      for (const part of nested(type)) {
        const word = WORDS[part.kind];
        if (word && "size" in part && (part.size < 1 || part.size > MOST))
          yield diagnostic("MW2011", position, `${label} is ${word} with the size ${part.size}.`, `Give a size from 1 to ${MOST}; for more, use Sized or Counted.`);
      }
};

const WORDS: Partial<Record<TypeExpr["kind"], string>> = { fixedBytes: "Bytes<N>", array: "Fixed<T, N>", reserved: "Reserved<N>" };
