import { diagnostic } from "../../diagnostics/diagnostic.js";
import { isRoot } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2007: a Packed message is as large as it says. */
export const packedSize: Rule = function* ({ spec, sizes }) {
  for (const type of spec.types) {
    if (!isRoot(type) || type.root.packedSize === undefined) continue;
    const stated = type.root.packedSize;
    const actual = sizes.fixed({ kind: "ref", type: type.id }, "fixed");
    if (actual === null || actual === stated) continue;
    const fill = actual < stated ? `, or add Reserved<${stated - actual}>` : "";
    yield diagnostic("MW2007", type.source, `${type.name} takes ${actual} bytes, but says Packed<${stated}>.`, `Write Packed<${actual}>${fill}.`);
  }
};
