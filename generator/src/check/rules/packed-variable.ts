import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { expressionsOf, nested, type Expression } from "../expressions.js";
import { whereabouts, type Place } from "../places.js";
import type { Rule, RuleContext } from "../rule.js";

/** MW2006: nothing in a Packed message varies in size. */
export const packedVariable: Rule = function* (context) {
  for (const place of context.places) {
    if (place.encoding !== "packed") continue;
    const { type } = place;
    if (type.kind === "struct" && type.open)
      yield diagnostic("MW2006", type.source, `${type.name} is open, but ${whereabouts(place)} it must have one size.`, "Leave out Open, or use Layout.");
    for (const expression of expressionsOf(type)) yield* variable(expression, place);
    if (type.kind === "union") yield* uneven(context, place);
  }
};

const VARIABLE: Partial<Record<TypeExpr["kind"], string>> = { text: "Text", bytes: "Bytes", list: "A list", map: "A map", sized: "A window", nullable: "A Nullable" };

function* variable({ label, position, type, field }: Expression, place: Place): Iterable<Diagnostic> {
  if (field?.optional)
    yield diagnostic("MW2006", position, `${label} is optional, but ${whereabouts(place)} every field stands at a fixed offset.`, "Leave out the ?, or use Layout.");
  for (const part of nested(type)) {
    const noun = VARIABLE[part.kind];
    if (!noun) continue;
    yield diagnostic(
      "MW2006",
      position,
      `${noun} varies in size, but ${label} stands ${whereabouts(place)}, where everything has a fixed offset.`,
      "Use something of one size, such as Bytes<N> or Fixed<T, N>, or Layout in place of Packed.",
    );
    return;
  }
}

/** Cases that are all of a fixed size, but not of the same. */
function* uneven({ sizes }: RuleContext, place: Place): Iterable<Diagnostic> {
  if (place.type.kind !== "union") return;
  const known = expressionsOf(place.type).map(({ type }) => sizes.fixed(type, "fixed"));
  if (known.includes(null) || sizes.fixed({ kind: "ref", type: place.type.id }, "fixed") !== null || place.type.cases.length === 0) return;
  yield diagnostic(
    "MW2006",
    place.type.source,
    `The cases of ${place.type.name} differ in size, but ${whereabouts(place)} everything has a fixed offset.`,
    "Fill the smaller cases up with Reserved<N>, or use Layout in place of Packed.",
  );
}
