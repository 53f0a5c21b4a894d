/** The longest path that a refusal can have, so that the room for it is known to be enough. */
import type { Codec, Family } from "../../codec/model.js";
import type { TypeId } from "../../ir/model.js";
import type { Context } from "./context.js";

const MAX_DEPTH = 64;
/** Digits of the greatest position that anybody has the memory for. */
const POSITION = "[18446744073709551615]".length;

export function longestPath(context: Context): number {
  const known = new Map<string, number>();
  /** Behind `id`, with so many levels of recursion left. */
  const behind = (id: TypeId, family: Family, levels: number): number => {
    const unit = context.unit(id, family);
    if (!unit) return 0;
    const left = unit.recursionHead ? levels - 1 : levels;
    if (left < 0) return 0;
    const key = `${family} ${id} ${left}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const longest = ((): number => {
      switch (unit.kind) {
        case "struct":
          return Math.max(0, ...unit.fields.map((field) => 1 + field.name.length + inside(field.codec, left)));
        case "union":
          return Math.max(unit.tagging && "tag" in unit.tagging ? 1 + unit.tagging.tag.length : 0, ...unit.cases.map(({ codec }) => (codec ? inside(codec, left) : 0)));
        case "bits":
          return Math.max(0, ...unit.def.fields.map((field) => 1 + field.name.length + ("type" in field.content ? POSITION : 0)));
        case "flags":
          return POSITION;
        case "enum":
          return 0;
      }
    })();
    known.set(key, longest);
    return longest;
  };
  const inside = (codec: Codec, levels: number): number => {
    switch (codec.op) {
      case "list":
      case "array":
        return POSITION + inside(codec.element, levels);
      case "bytes":
      case "fixedBytes":
        return POSITION;
      case "map":
        return POSITION + ".value".length + Math.max(inside(codec.key, levels), inside(codec.value, levels));
      case "nullable":
        return inside(codec.inner, levels);
      case "brand":
        return inside(codec.codec, levels);
      case "window":
        return inside(codec.content, levels);
      case "duration":
        return ".nanos".length;
      case "unit":
        return behind(codec.type, codec.family, levels);
      default:
        return 0;
    }
  };
  return Math.max(0, ...context.model.roots.map(({ type, family }) => behind(type, family, MAX_DEPTH)));
}
