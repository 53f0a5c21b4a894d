import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { EncodingName, TypeExpr } from "../../ir/model.js";
import { expressionsOf, nested } from "../expressions.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

interface Form {
  word: string;
  encodings: readonly EncodingName[];
  help: string;
}

const FORMS: Partial<Record<TypeExpr["kind"], Form>> = {
  jsonValue: { word: "JsonValue", encodings: ["json"], help: "Carry the JSON as Text or Bytes." },
  duration: { word: "Duration", encodings: ["compact", "json"], help: 'Give it a unit and a type, such as Duration<"ms", u32>.' },
  socketAddress: { word: "SocketAddress", encodings: ["compact", "json"], help: "Spell the address out, such as Bytes<16> and a u16 port." },
};

/** MW2101: a word stands only in encodings that have a form for it. */
export const encodingForms: Rule = function* ({ places }) {
  for (const place of places)
    for (const { label, position, type } of expressionsOf(place.type))
      for (const part of nested(type)) {
        const form = FORMS[part.kind];
        if (form && !form.encodings.includes(place.encoding))
          yield diagnostic("MW2101", position, `${form.word} has no form ${whereabouts(place)}, where ${label} stands.`, form.help);
      }
};
