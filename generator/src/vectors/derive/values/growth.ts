/** Values of a wished size in bytes, for messages that bound theirs. */
import type { TypeExpr, TypeId } from "../../../ir/model.js";
import type { Neutral, NeutralObject } from "../../oracle/neutral.js";
import { UNKNOWN } from "../../oracle/neutral.js";
import type { Sampler } from "./sampler.js";

/** Gives `base` with the first text, byte string or list in it that may be as long as one likes made longer by `more`; `undefined` if there is none. */
export function grown(sampler: Sampler, id: TypeId, base: Neutral, more: number): Neutral | undefined {
  const def = sampler.types.get(id);
  if (def.kind === "union") {
    const { case: name, value } = base as { case: string; value: Neutral };
    const type = def.cases.find((one) => one.name === name)?.type;
    const inner = type === undefined ? undefined : grown(sampler, type, value, more);
    return inner === undefined ? undefined : { case: name, value: inner };
  }
  if (def.kind !== "struct") return undefined;
  const value = base as NeutralObject;
  for (const field of def.fields) {
    const given = value[field.name];
    const longer = given === undefined ? undefined : grownValue(sampler, field.type, given, more);
    if (longer !== undefined) return { ...value, [field.name]: longer };
  }
  return def.open && def.root?.encoding !== "json" ? { ...value, [UNKNOWN]: "00".repeat(more) } : undefined;
}

function grownValue(sampler: Sampler, type: TypeExpr, value: Neutral, more: number): Neutral | undefined {
  switch (type.kind) {
    case "text":
      return type.pattern === undefined && type.limit.max === null ? (value as string) + "g".repeat(more) : undefined;
    case "bytes":
      return type.limit.max === null ? (value as string) + "00".repeat(more) : undefined;
    case "list": {
      if (type.limit.max !== null) return undefined;
      // An element takes at least a byte, and hardly ever so little.
      const element = (value as Neutral[])[0] ?? sampler.least(type.element);
      const longer = grownValue(sampler, type.element, element, more);
      if (longer !== undefined) return [longer, ...(value as Neutral[]).slice(1)];
      return [...(value as Neutral[]), ...new Array<Neutral>(Math.ceil(more / 8)).fill(element)];
    }
    case "ref":
      return grown(sampler, type.type, value, more);
    default:
      return undefined;
  }
}
