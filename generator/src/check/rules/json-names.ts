import { diagnostic } from "../../diagnostics/diagnostic.js";
import { jsonNamed } from "../json-named.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2304: names differ in JSON as well, where they are written in snake_case. */
export const jsonNames: Rule = function* ({ places }) {
  for (const place of places) {
    if (place.encoding !== "json") continue;
    const owners = new Map<string, string>();
    for (const { name, jsonName, position } of jsonNamed(place.type)) {
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
