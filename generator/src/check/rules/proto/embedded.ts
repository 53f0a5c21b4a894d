import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { isProtoRoot } from "../../../ir/codecs.js";
import { expressionsOf, nested } from "../../expressions.js";
import { whereabouts } from "../../places.js";
import type { Rule } from "../../rule.js";

/** MW2506: Proto messages are not embedded in messages that have codecs. */
export const embeddedProto: Rule = function* ({ places, types }) {
  for (const place of places)
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type)) {
        const target = part.kind === "embedded" ? types.get(part.type) : undefined;
        if (target && isProtoRoot(target))
          yield diagnostic("MW2506", position, `${label} embeds the Proto message ${target.name} ${whereabouts(place)}.`, "Carry the message's bytes as Bytes.");
      }
};
