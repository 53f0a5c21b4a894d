import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourcePosition, TypeDef } from "../../ir/model.js";
import { numbered } from "../numbered.js";
import type { Rule } from "../rule.js";

/** MW2303: what was retired stays unused. */
export const retired: Rule = function* ({ spec }) {
  for (const type of spec.types) {
    const { noun, items, retired } = numbered(type);
    for (const { name, number, position } of items)
      if (retired.numbers.includes(number))
        yield diagnostic("MW2303", position, `${type.name}.${name} has the ${noun} ${number}, which is retired.`, `Give ${name} a ${noun} that was never used.`);
    for (const { name, position } of retiredNames(type)) yield diagnostic("MW2303", position, `The name ${type.name}.${name} is retired.`, "Use a name that was never used.");
  }
};

function retiredNames(type: TypeDef): { name: string; position: SourcePosition }[] {
  if (type.kind === "struct") return type.fields.filter(({ name }) => type.reservedNames?.includes(name)).map(({ name, source }) => ({ name, position: source }));
  const { items, retired } = numbered(type);
  return items.filter(({ name }) => retired.names.includes(name));
}
