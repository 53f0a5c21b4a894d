import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourcePosition, TypeDef } from "../../ir/model.js";
import { numbered } from "../numbered.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2304: names differ in JSON as well, where they are written in snake_case. */
export const jsonNames: Rule = function* ({ places }) {
  for (const place of places) {
    if (place.encoding !== "json") continue;
    const owners = new Map<string, string>();
    for (const { name, jsonName, position } of named(place.type)) {
      const owner = owners.get(jsonName);
      if (owner === undefined) owners.set(jsonName, name);
      else
        yield diagnostic(
          "MW2304",
          position,
          `${place.type.name}.${name} and ${owner} are both ${JSON.stringify(jsonName)} ${whereabouts(place)}.`,
          "Rename one of them, so that they differ by more than their casing.",
        );
    }
  }
};

/** All that shows in JSON under a name. */
function named(type: TypeDef): { name: string; jsonName: string; position: SourcePosition }[] {
  switch (type.kind) {
    case "struct":
      return type.fields.filter((field) => field.type.kind !== "reserved").map(({ name, jsonName, source }) => ({ name, jsonName, position: source }));
    case "bits":
      return type.fields
        .filter(({ content }) => content.kind !== "reserved" && content.kind !== "const")
        .map(({ name, jsonName }) => ({ name, jsonName, position: type.source }));
    default:
      return numbered(type).items;
  }
}
