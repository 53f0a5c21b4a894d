/** How the keys of a map are put in order. */
import type { Codec } from "../../../codec/model.js";
import type { Code } from "../code.js";
import { call } from "../code.js";
import { isWide } from "../literals.js";
import type { ModuleContext } from "./context.js";

/** An expression that compares two keys. */
export function comparison(context: ModuleContext, key: Codec, a: string, b: string): Code {
  const { compare, by } = order(context, key);
  return by === undefined ? call(compare, a, b) : call(compare, call(by, a), call(by, b));
}

/** An expression for the entries of `map` in the order of their keys. */
export function sortedEntries(context: ModuleContext, key: Codec, map: string): Code {
  const { compare, by } = order(context, key);
  return by === undefined ? call(context.codec("sortedEntries"), map, compare) : call(context.codec("sortedEntriesBy"), map, by, compare);
}

/** `by`: the function that gives what is compared, if that is not the key itself. */
function order(context: ModuleContext, key: Codec): { compare: string; by?: string } {
  switch (key.op) {
    case "int":
      return { compare: context.codec(isWide(key.int) ? "compareBigInts" : "compareNumbers") };
    case "text":
      return { compare: context.codec("compareText") };
    case "bytes":
    case "fixedBytes":
      return { compare: context.codec("compareBytes") };
    case "brand":
      return order(context, key.codec);
    case "unit": {
      const unit = context.unit(key.type, key.family);
      if (unit.kind !== "enum") break;
      return { compare: context.codec(isWide(unit.int.int) ? "compareBigInts" : "compareNumbers"), by: context.scope.function(key.type, "from") };
    }
  }
  throw new Error(`${key.op} cannot be a key`);
}
