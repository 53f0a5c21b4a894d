import { familyOf } from "../../codec/sizes.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import { isCodecRoot } from "../../ir/codecs.js";
import type { Rule } from "../rule.js";

/** MW2009: the smallest value of a message is within its MaxSize. */
export const maxSize: Rule = function* ({ spec, sizes }) {
  for (const type of spec.types) {
    if (!isCodecRoot(type) || type.root.maxSize === undefined) continue;
    const least = sizes.min({ kind: "ref", type: type.id }, familyOf(type.root));
    if (Number.isFinite(least) && least > type.root.maxSize)
      yield diagnostic(
        "MW2009",
        type.source,
        `${type.name} takes at least ${least} bytes, but says MaxSize<${type.root.maxSize}>.`,
        `Raise MaxSize to ${least} or more, or make the message smaller.`,
      );
  }
};
