import { diagnostic } from "../../diagnostics/diagnostic.js";
import { expressionsOf, nested } from "../expressions.js";
import { isRoot } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2103: what is embedded has an encoding of its own. */
export const embeddedRoot: Rule = function* ({ spec, types }) {
  for (const definition of spec.types)
    for (const { label, position, type } of expressionsOf(definition))
      for (const part of nested(type)) {
        const target = part.kind === "embedded" ? types.get(part.type) : undefined;
        if (target && !isRoot(target))
          yield diagnostic(
            "MW2103",
            position,
            `${label} embeds ${target.name}, which has no encoding of its own.`,
            `Write ${target.name} without Embedded, or give it an encoding such as Layout.`,
          );
      }
};
