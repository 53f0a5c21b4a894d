import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { BitField, TypeDef, TypeId } from "../../ir/model.js";
import { numbered } from "../numbered.js";
import type { Rule } from "../rule.js";

/** MW2308: what a bit field holds fits its width. */
export const bitsContent: Rule = function* ({ spec, types }) {
  for (const type of spec.types) {
    if (type.kind !== "bits") continue;
    for (const field of type.fields) {
      const fault = contentFault(field, types);
      if (fault) yield diagnostic("MW2308", field.source, `${type.name}.${field.name} is ${field.width} bits wide, but ${fault}.`, "Change the width, or what it holds.");
    }
  }
};

function contentFault({ width, content }: BitField, types: ReadonlyMap<TypeId, TypeDef>): string | undefined {
  const fits = (value: number): boolean => value >= 0 && value < 2 ** width;
  switch (content.kind) {
    case "bool":
      return width === 1 ? undefined : "a bool takes one";
    case "const":
      return fits(content.value) && Number.isSafeInteger(content.value) ? undefined : `its constant is ${content.value}`;
    case "enum": {
      const target = types.get(content.type);
      const wide = target && numbered(target).items.find(({ number }) => !fits(number));
      return wide && `${target.name}.${wide.name} is ${wide.number}`;
    }
    case "flags": {
      const target = types.get(content.type);
      const high = target && numbered(target).items.find(({ number }) => number >= width);
      return high && `${target.name}.${high.name} is bit ${high.number}`;
    }
    default:
      return undefined;
  }
}
