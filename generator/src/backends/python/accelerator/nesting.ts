/** Which values can hold others of their own kind, to any depth. */
import type { Codec, CodecUnit } from "../../../codec/model.js";
import type { Context } from "./context.js";

export function canNest(codec: Codec, context: Context, around: ReadonlySet<CodecUnit> = new Set()): boolean {
  switch (codec.op) {
    case "brand":
      return canNest(codec.codec, context, around);
    case "nullable":
      return canNest(codec.inner, context, around);
    case "window":
      return canNest(codec.content, context, around);
    case "list":
    case "array":
      return canNest(codec.element, context, around);
    case "map":
      return canNest(codec.value, context, around);
    case "unit": {
      const unit = context.accelerator.model.unit(codec.family, codec.type);
      if (unit.recursive) return true;
      if (around.has(unit)) return false;
      const inside = new Set([...around, unit]);
      if (unit.kind === "struct") return unit.fields.some((field) => canNest(field.codec, context, inside));
      return unit.kind === "union" && unit.cases.some((one) => one.codec !== null && canNest(one.codec, context, inside));
    }
    default:
      return false;
  }
}
