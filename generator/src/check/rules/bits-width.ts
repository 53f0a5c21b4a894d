import { intWidth } from "../../codec/sizes.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../rule.js";

/** MW2307: the widths of bits add up to their integer's. */
export const bitsWidth: Rule = function* ({ spec }) {
  for (const type of spec.types) {
    if (type.kind !== "bits") continue;
    const whole = intWidth(type.repr) * 8;
    const faulty = type.fields.filter(({ width }) => !(Number.isSafeInteger(width) && width > 0));
    for (const { name, width, source } of faulty)
      yield diagnostic("MW2307", source, `${type.name}.${name} is ${width} bits wide.`, "Give a whole number of bits, 1 or more.");
    const total = type.fields.reduce((sum, { width }) => sum + width, 0);
    if (faulty.length > 0 || total === whole) continue;
    const help = total < whole ? `Add Bit<${whole - total}, Reserved> for the rest, or use a smaller type.` : "Use a wider type, or fewer bits.";
    yield diagnostic("MW2307", type.source, `The fields of ${type.name} take ${total} bits, but ${type.repr} has ${whole}.`, help);
  }
};
