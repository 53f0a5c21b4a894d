import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { expressionsOf, nested } from "../expressions.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2001: in Layout, whatever varies in size says how. (In Packed it may not vary at all.) */
export const framing: Rule = function* ({ places }) {
  for (const place of places) {
    if (place.encoding !== "layout") continue;
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type))
        if ("framing" in part && part.framing.kind === "natural")
          yield diagnostic("MW2001", position, `${label} holds ${NOUNS[part.kind]} whose end nothing marks, ${whereabouts(place)}.`, REMEDIES[part.kind]);
  }
};

type Framed = Extract<TypeExpr, { framing: unknown }>["kind"];

const NOUNS: Record<Framed, string> = { text: "text", bytes: "bytes", list: "a list", map: "a map", sized: "a message" };

const LENGTH = (word: string): string => `Give its length in bytes, such as Sized<u16, ${word}>, or let it take what is left with Rest<${word}>.`;
const REMEDIES: Record<Framed, string> = {
  text: LENGTH("Text"),
  bytes: LENGTH("Bytes"),
  list: "Give the number of its elements, such as Counted<u16, T[]>, or let it take what is left with Rest<T[]>.",
  map: "Give the number of its entries, such as Counted<u16, Map<K, V>>.",
  sized: "Give its length in bytes, such as Sized<u16, T>, or let it take what is left with Rest<T>.",
};
