/** What values can hold: others of their own kind, to any depth, or nothing but what stands by itself. */
import type { Codec, CodecUnit } from "../../../codec/model.js";
import type { Accelerator, Context } from "./context.js";

/** It can hold others of its own kind. */
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

/** Numbers, texts and the like, and structures of them: what can be in no cycle of references, as long as fields hold what their types say. */
export function isPlain(codec: Codec, accelerator: Accelerator): boolean {
  switch (codec.op) {
    case "brand":
      return isPlain(codec.codec, accelerator);
    case "nullable":
      return isPlain(codec.inner, accelerator);
    case "window":
      return isPlain(codec.content, accelerator);
    case "list":
    case "array":
    case "map":
      return false;
    case "unit":
      return isPlainUnit(accelerator.model.unit(codec.family, codec.type), accelerator);
    default:
      return true;
  }
}

export function isPlainUnit(unit: CodecUnit, accelerator: Accelerator): boolean {
  if (unit.recursive) return false;
  if (unit.kind === "struct") return unit.fields.every(({ codec }) => isPlain(codec, accelerator));
  return unit.kind !== "union" || unit.cases.every(({ codec }) => codec === null || isPlain(codec, accelerator));
}

/** How the runtime makes an object of the unit. */
export const maker = (unit: CodecUnit, accelerator: Accelerator): string => (isPlainUnit(unit, accelerator) ? "mw_make_plain" : "mw_make");
/** The same for a case with content. */
export const caseMaker = (codec: Codec, accelerator: Accelerator): string => (isPlain(codec, accelerator) ? "mw_plain_case" : "mw_case");
