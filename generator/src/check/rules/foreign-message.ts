import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import { encodingWord, isRoot, whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2102: a message of another encoding is marked as embedded. */
export const foreignMessage: Rule = function* ({ places, types }) {
  for (const place of places)
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type)) {
        const target = part.kind === "ref" ? types.get(part.type) : undefined;
        if (target && isRoot(target) && target.root.encoding !== place.encoding)
          yield diagnostic(
            "MW2102",
            position,
            `${label} stands ${whereabouts(place)}, but ${target.name} has an encoding of its own, ${encodingWord(target.root.encoding)}.`,
            place.encoding === "json" || target.root.encoding === "proto"
              ? `Take ${encodingWord(target.root.encoding)} off ${target.name}, or carry its bytes as Bytes.`
              : `Write Embedded<${target.name}>, or take ${encodingWord(target.root.encoding)} off ${target.name}.`,
          );
      }
};
