import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { whereabouts } from "../../places.js";
import type { Rule } from "../../rule.js";

/** MW2504: numbered fields stand in types that cross in protobuf, if perhaps not only so. */
export const numberPlace: Rule = function* ({ places, protoPlaces }) {
  const inProto = new Set(protoPlaces.map(({ type }) => type));
  for (const place of places) {
    if (place.type.kind !== "struct" || inProto.has(place.type)) continue;
    for (const { name, number, source } of place.type.fields)
      if (number !== undefined)
        yield diagnostic("MW2504", source, `${place.type.name}.${name} has a field number, but stands ${whereabouts(place)}.`, "Leave out Field; only Proto writes numbers.");
    for (const number of place.type.reservedNumbers ?? [])
      yield diagnostic("MW2504", place.type.source, `${place.type.name} has retired the field number ${number}, but stands ${whereabouts(place)}.`, "Leave the number out; fields of other encodings have names only.");
  }
};
