import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/model.js";
import { expressionsOf, nested } from "../expressions.js";
import { intRange, isWithin } from "../ranges.js";
import type { Rule } from "../rule.js";

/** MW2201: a constant is a value of its type. */
export const constValue: Rule = function* ({ spec }) {
  for (const definition of spec.types)
    for (const { label, position, type } of expressionsOf(definition))
      for (const part of nested(type)) {
        const fault = part.kind === "const" ? constFault(part) : undefined;
        if (fault) yield diagnostic("MW2201", position, `The constant of ${label} ${fault.what}.`, fault.help);
      }
};

function constFault(type: Extract<TypeExpr, { kind: "const" }>): { what: string; help: string } | undefined {
  const { value } = type;
  if (type.of === "int") {
    const { min, max } = intRange(type.int);
    if (/^-?\d+$/.test(value) && isWithin(BigInt(value), { min, max })) return undefined;
    return { what: `is ${value}, which ${type.int} does not have`, help: `Give a whole number from ${min} to ${max}, or use a wider type.` };
  }
  // The reader has seen to it that bytes are hex.
  if (type.of === "bytes") return undefined;
  if (value === "") return { what: "is empty", help: "Give at least one character, or leave out the field." };
  return LONE_SURROGATE.test(value) ? { what: "holds half a surrogate pair, which is not Unicode", help: "Write whole characters." } : undefined;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
