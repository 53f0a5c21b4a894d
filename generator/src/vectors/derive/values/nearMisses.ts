/** Texts that differ in one character from one that matches a pattern: they show each step that a matcher takes, or must not take. */
import type { TypeExpr } from "../../../ir/model.js";
import type { Sampler } from "./sampler.js";
import type { Special } from "./variant.js";
import { distinct, special } from "./variant.js";

type TextType = Extract<TypeExpr, { kind: "text" }>;

/** At the ends of what classes usually hold, and between them. */
const ORDINARY = ["a", "z", "A", "0", "9", "{", "\u0000"];
/** Of a longer text only the beginning is changed. */
const LONGEST = 8;

/** One character more in each place, and each beginning alone. */
export function nearMisses(type: TextType, sampler: Sampler): Special[] {
  if (type.pattern === undefined) return [];
  const own = [...type.pattern].filter((character) => !/[\w\\()[\]{}?*+|^$]/.test(character));
  const alphabet = [...new Set([...ORDINARY, ...own, "_"])];
  const texts = [2, 11].map((seed) => sampler.textOfSize(type, type.limit.min, seed));
  return distinct(
    texts.flatMap((text) =>
      Array.from({ length: Math.min(text.length, LONGEST) + 1 }, (_, at) => text.slice(0, at)).flatMap((beginning) => {
        const more = alphabet.flatMap((character) => [`${beginning}${character}${text.slice(beginning.length)}`, `${beginning}${character}`]);
        return [beginning, ...more].map((near) => special(`near "${near}"`, near));
      }),
    ),
  );
}
