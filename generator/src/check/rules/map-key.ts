import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeDef, TypeExpr, TypeId } from "../../ir/model.js";
import { expressionsOf, nested } from "../expressions.js";
import type { Rule } from "../rule.js";

/** MW2106: keys of maps can be sorted alike everywhere. */
export const mapKey: Rule = function* ({ spec, types }) {
  for (const definition of spec.types)
    for (const { label, position, type } of expressionsOf(definition))
      for (const part of nested(type))
        if (part.kind === "map" && !isKey(part.key, types))
          yield diagnostic("MW2106", position, `A key of ${label} is neither an integer, an enum, text nor bytes.`, "Use one of these as the key, or a list of structures in place of the map.");
};

function isKey(key: TypeExpr, types: ReadonlyMap<TypeId, TypeDef>): boolean {
  if (key.kind === "ref") return types.get(key.type)?.kind === "enum";
  return key.kind === "int" || key.kind === "text" || key.kind === "bytes" || key.kind === "fixedBytes";
}
