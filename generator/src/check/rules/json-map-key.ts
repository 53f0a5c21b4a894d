import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeDef, TypeExpr, TypeId } from "../../ir/model.js";
import { expressionsOf, nested } from "../expressions.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2107: keys of JSON maps have a text form. */
export const jsonMapKey: Rule = function* ({ places, types }) {
  for (const place of places) {
    if (place.encoding !== "json") continue;
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type)) {
        const what = part.kind === "map" ? unwritable(part.key, types) : undefined;
        if (what)
          yield diagnostic("MW2107", position, `A key of ${label} is ${what}, which cannot name a member ${whereabouts(place)}.`, "Use text, an integer or a closed enum as the key.");
      }
  }
};

function unwritable(key: TypeExpr, types: ReadonlyMap<TypeId, TypeDef>): string | undefined {
  if (key.kind === "bytes" || key.kind === "fixedBytes") return "bytes";
  const target = key.kind === "ref" ? types.get(key.type) : undefined;
  // Its unknown numbers have no name, and would be taken for those of an integer key.
  return target?.kind === "enum" && target.open ? `the open enum ${target.name}` : undefined;
}
