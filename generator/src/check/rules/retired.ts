import { diagnostic } from "../../diagnostics/diagnostic.js";
import { numbered } from "../numbered.js";
import type { Rule } from "../rule.js";

/** MW2303: what was retired stays unused. */
export const retired: Rule = function* ({ spec }) {
  for (const type of spec.types) {
    const { noun, items, retired } = numbered(type);
    for (const { name, number, position } of items) {
      if (retired.numbers.includes(number))
        yield diagnostic("MW2303", position, `${type.name}.${name} has the ${noun} ${number}, which is retired.`, `Give ${name} a ${noun} that was never used.`);
      if (retired.names.includes(name)) yield diagnostic("MW2303", position, `The name ${type.name}.${name} is retired.`, "Use a name that was never used.");
    }
  }
};
