import { diagnostic } from "../../diagnostics/diagnostic.js";
import { numbered } from "../numbered.js";
import type { Rule } from "../rule.js";

/** MW2301: a number means one thing. */
export const duplicateNumbers: Rule = function* ({ spec }) {
  for (const type of spec.types) {
    const { noun, items } = numbered(type);
    const owners = new Map<number, string>();
    for (const { name, number, position } of items) {
      const owner = owners.get(number);
      if (owner === undefined) owners.set(number, name);
      else yield diagnostic("MW2301", position, `${type.name}.${name} has the ${noun} ${number}, which ${owner} has already.`, `Give ${name} a ${noun} of its own.`);
    }
  }
};
