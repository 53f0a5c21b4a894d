import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import { encodingWord, isRoot, whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2104: JSON holds no binary messages. */
export const embeddedInJson: Rule = function* ({ places, types }) {
  for (const place of places) {
    if (place.encoding !== "json") continue;
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type)) {
        const target = part.kind === "embedded" ? types.get(part.type) : undefined;
        if (target && isRoot(target) && target.root.encoding !== "json")
          yield diagnostic(
            "MW2104",
            position,
            `${label} embeds the ${encodingWord(target.root.encoding)} message ${target.name} ${whereabouts(place)}.`,
            "Carry the message's bytes as Bytes, which JSON writes in base64.",
          );
      }
  }
};
