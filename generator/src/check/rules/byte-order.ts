import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2109: Be stands where integers have a byte order. In JSON it is let pass in types that are binary as well. */
export const byteOrder: Rule = function* ({ places }) {
  const fixed = new Set(places.filter(({ encoding }) => encoding === "packed" || encoding === "layout").map(({ type }) => type));
  for (const place of places) {
    if (place.encoding !== "compact" && (place.encoding !== "json" || fixed.has(place.type))) continue;
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type))
        if (("endian" in part && part.endian === "be") || ("framing" in part && part.framing.kind === "prefix" && part.framing.endian === "be"))
          yield diagnostic("MW2109", position, `${label} is marked Be, but there is no byte order ${whereabouts(place)}.`, "Leave out Be.");
  }
};
