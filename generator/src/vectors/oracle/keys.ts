/** The order of map keys. */
import type { TypeExpr } from "../../ir/model.js";
import { enumNumber } from "./choices.js";
import type { Neutral } from "./neutral.js";
import { arrayOf, bytesFrom } from "./neutral.js";
import { NotOfType } from "./refusal.js";
import type { Types } from "./types.js";
import { utf8Of } from "./utf8.js";

/** Below zero: `a` stands first. Integers and enums compare by value, text and bytes bytewise. */
export function compareKeys(types: Types, type: TypeExpr, a: Neutral, b: Neutral): number {
  switch (type.kind) {
    case "int": {
      const difference = BigInt(a as string | number) - BigInt(b as string | number);
      return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }
    case "text":
      return Buffer.compare(utf8Of(String(a)), utf8Of(String(b)));
    case "bytes":
    case "fixedBytes":
      return Buffer.compare(bytesFrom(a, ""), bytesFrom(b, ""));
    case "bool":
      return Number(a) - Number(b);
    case "ref": {
      const def = types.get(type.type);
      if (def.kind === "brand") return compareKeys(types, def.type, a, b);
      if (def.kind !== "enum") break;
      return Number(enumNumber(def, a, "") - enumNumber(def, b, ""));
    }
  }
  throw new Error(`${type.kind} cannot be a key`);
}

/** Entries as an encoder writes them; those of equal keys stay in their order. */
export function sortedEntries(types: Types, key: TypeExpr, value: Neutral | undefined, path: string): [Neutral, Neutral][] {
  const entries = arrayOf(value, path).map((entry): [Neutral, Neutral] => {
    if (!Array.isArray(entry) || entry.length !== 2) throw new NotOfType("a key and a value", path);
    return [entry[0]!, entry[1]!];
  });
  return entries.sort(([a], [b]) => compareKeys(types, key, a, b));
}
