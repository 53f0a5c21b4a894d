import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Rule } from "../../rule.js";
import { whereabouts } from "../../places.js";

/** MW2501: in protobuf, a field is known by its number. */
export const fieldNumbers: Rule = function* ({ protoPlaces }) {
  for (const place of protoPlaces)
    if (place.type.kind === "struct")
      for (const { name, number, source } of place.type.fields)
        if (number === undefined)
          yield diagnostic("MW2501", source, `${place.type.name}.${name} has no number ${whereabouts(place)}.`, `Write ${name}: Field<N, …>, with a number that the structure has not used.`);
};
