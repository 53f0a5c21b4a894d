import { diagnostic } from "../../diagnostics/diagnostic.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2305: no member of an internal case has the tag's name. */
export const internalTag: Rule = function* ({ places, types }) {
  for (const place of places) {
    const { type } = place;
    if (place.encoding !== "json" || type.kind !== "union" || type.tagging.style !== "internal") continue;
    const { tag } = type.tagging;
    for (const one of type.cases) {
      const payload = one.type === undefined ? undefined : types.get(one.type);
      const clash = payload?.kind === "struct" ? payload.fields.find((field) => field.jsonName === tag && field.type.kind !== "reserved") : undefined;
      if (clash)
        yield diagnostic(
          "MW2305",
          one.source,
          `The tag ${JSON.stringify(tag)} of ${type.name} is also the member ${clash.name} of its case ${one.name} ${whereabouts(place)}.`,
          "Rename the tag or the member, or use Adjacent.",
        );
    }
  }
};
