import { intWidth } from "../../codec/sizes.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeDef } from "../../ir/model.js";
import { numbered } from "../numbered.js";
import { intRange, isWithin } from "../ranges.js";
import type { Rule } from "../rule.js";

/** MW2302: values, bits and tags fit their integer. */
export const numberRange: Rule = function* ({ spec }) {
  for (const type of spec.types) {
    const range = rangeOf(type);
    if (!range) continue;
    const { noun, items, retired } = numbered(type);
    const labelled = [
      ...items.map(({ name, number, position }) => ({ label: `${type.name}.${name}`, number, position })),
      ...retired.numbers.map((number) => ({ label: `What ${type.name} has retired`, number, position: type.source })),
    ];
    for (const { label, number, position } of labelled)
      if (!Number.isSafeInteger(number) || !isWithin(BigInt(number), range))
        yield diagnostic(
          "MW2302",
          position,
          `${label} has the ${noun} ${number}, which ${range.int} does not have.`,
          `Give a whole number from ${range.min} to ${range.max}, or use a wider type.`,
        );
  }
};

function rangeOf(type: TypeDef): { int: string; min: bigint; max: bigint } | undefined {
  if (type.kind === "flags") return { int: type.repr, min: 0n, max: BigInt(intWidth(type.repr) * 8 - 1) };
  return type.kind === "enum" || type.kind === "union" ? { int: type.repr, ...intRange(type.repr) } : undefined;
}
