/** Texts that differ in one character from one that matches a pattern: they show each step that a matcher takes, or must not take. */
import type { TypeExpr } from "../../../ir/model.js";
import type { Neutral, NeutralObject } from "../../oracle/neutral.js";
import type { Sampler } from "./sampler.js";
import { steps } from "./steps.js";
import type { Special, Variant } from "./variant.js";
import { distinct, special } from "./variant.js";

type TextType = Extract<TypeExpr, { kind: "text" }>;

/** At the ends of what classes usually hold, and between them. */
const ORDINARY = ["a", "z", "A", "0", "9", "{", "\u0000"];
/** Of a longer text only the beginning is changed. */
const LONGEST = 8;

/** One character more in each place, and each beginning alone; and what leads through the whole of the pattern. */
export function nearMisses(type: TextType, sampler: Sampler): Special[] {
  if (type.pattern === undefined) return [];
  const own = [...type.pattern].filter((character) => !/[\w\\()[\]{}?*+|^$]/.test(character));
  const alphabet = [...new Set([...ORDINARY, ...own, "_"])];
  const texts = [2, 11].map((seed) => sampler.textOfSize(type, type.limit.min, seed));
  const near = texts.flatMap((text) =>
    Array.from({ length: Math.min(text.length, LONGEST) + 1 }, (_, at) => text.slice(0, at)).flatMap((beginning) => [
      beginning,
      ...alphabet.flatMap((character) => [`${beginning}${character}${text.slice(beginning.length)}`, `${beginning}${character}`]),
    ]),
  );
  return distinct([...near, ...steps(type.pattern)].map((text) => special(`near "${text}"`, text)));
}

/** The near misses of each pattern that stands in `base`, a value of the type; not in unions. They are meant for a small `base` of a type whose full value is large. */
export function* nearMissesIn(sampler: Sampler, type: TypeExpr, base: Neutral, place = "", seen = new Set<string>()): Iterable<Variant> {
  const inside = (inner: TypeExpr, value: Neutral, at: string): Iterable<Variant> => nearMissesIn(sampler, inner, value, at, seen);
  switch (type.kind) {
    case "text":
      if (type.pattern === undefined || seen.has(type.pattern)) return;
      seen.add(type.pattern);
      return yield* nearMisses(type, sampler).map(({ what, value }) => ({ name: `${place} ${what}`, value }));
    case "nullable":
      return yield* base === null ? [] : inside(type.inner, base, place);
    case "sized":
      return yield* inside(type.inner, base, place);
    case "list": {
      const [first, ...rest] = base as Neutral[];
      if (first !== undefined) for (const { name, value } of inside(type.element, first, `${place}[0]`)) yield { name, value: [value, ...rest] };
      return;
    }
    case "embedded":
    case "ref": {
      const def = sampler.types.get(type.type);
      if (def.kind === "brand") return yield* inside(def.type, base, place);
      if (def.kind !== "struct") return;
      const object = base as NeutralObject;
      for (const field of def.fields) {
        const given = object[field.name];
        if (given === undefined) continue;
        for (const { name, value } of inside(field.type, given, place === "" ? field.name : `${place}.${field.name}`)) yield { name, value: { ...object, [field.name]: value } };
      }
    }
  }
}
