/** How map keys compare. */
import type { TypeDef } from "../../ir/model.js";
import type { Context } from "./context.js";
import type { Shape } from "./shapes.js";

/** The runtime's comparison and what it wants to know. */
export function comparison(context: Context, key: Shape): { compare: string; context: string } {
  switch (key.kind) {
    case "int":
      return { compare: `mw_compare_${key.int}_keys`, context: "0" };
    case "fixedBytes":
      return { compare: "mw_compare_fixed_keys", context: String(key.size) };
    case "brand":
      return comparison(context, key.of);
    case "named":
      return { compare: `mw_compare_${reprOf(context.type(key.type))}_keys`, context: "0" };
    default:
      return { compare: `mw_compare_${key.kind}_keys`, context: "0" };
  }
}

function reprOf(type: TypeDef): string {
  if (type.kind !== "enum") throw new Error(`${type.id} cannot be a map's key`);
  return type.repr;
}
