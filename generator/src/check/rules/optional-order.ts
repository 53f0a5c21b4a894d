import { diagnostic } from "../../diagnostics/diagnostic.js";
import { endsWithOptionals, whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2003: in Layout, and in open structures in Compact, only optionals follow an optional. */
export const optionalOrder: Rule = function* ({ places }) {
  for (const place of places) {
    if (!endsWithOptionals(place)) continue;
    const { name, fields } = place.type;
    const first = fields.findIndex((field) => field.optional);
    if (first < 0) continue;
    const where = place.encoding === "compact" ? `in an open structure ${whereabouts(place)}` : whereabouts(place);
    for (const field of fields.slice(first))
      if (!field.optional)
        yield diagnostic(
          "MW2003",
          field.source,
          `${name}.${field.name} follows the optional ${fields[first]!.name}, which ${where} can stand only at the end.`,
          `Move ${field.name} before ${fields[first]!.name}, or write ${fields[first]!.name} as Nullable<…>.`,
        );
  }
};
