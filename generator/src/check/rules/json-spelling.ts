import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourcePosition, TypeDef } from "../../ir/model.js";
import { jsonNamed } from "../json-named.js";
import type { Rule } from "../rule.js";

/** What JSON writes as it is, and every language in its literals. */
const PLAIN = /^[^"\\\p{Control}\p{Surrogate}\p{Bidi_Control}\p{Line_Separator}\p{Paragraph_Separator}]+$/u;

/** MW2403: names in JSON need no escapes. */
export const jsonSpelling: Rule = function* ({ places }) {
  for (const place of places) {
    if (place.encoding !== "json") continue;
    for (const { jsonName, position } of [...jsonNamed(place.type), ...tagNames(place.type)])
      if (!PLAIN.test(jsonName))
        yield diagnostic("MW2403", position, `The JSON name ${JSON.stringify(jsonName)} cannot be written as it is.`, "Leave out quotes, backslashes, line breaks and invisible controls.");
  }
};

function tagNames(type: TypeDef): { jsonName: string; position: SourcePosition }[] {
  if (type.kind !== "union") return [];
  const { tagging, source } = type;
  const names = tagging.style === "external" ? [] : tagging.style === "internal" ? [tagging.tag] : [tagging.tag, tagging.content];
  return names.map((jsonName) => ({ jsonName, position: source }));
}
