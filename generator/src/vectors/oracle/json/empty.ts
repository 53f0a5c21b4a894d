/** What an `OmitEmpty` field leaves out. */
import type { TypeExpr } from "../../../ir/model.js";
import type { Neutral } from "../neutral.js";
import type { Types } from "../types.js";

/** Minus zero is kept: left out, it would come back as another value. */
export function isEmptyValue(types: Types, type: TypeExpr, value: Neutral): boolean {
  return isSame(emptyValue(types, type), value);
}

/** What a field that was left out is in the value. */
export function emptyValue(types: Types, type: TypeExpr): Neutral {
  switch (type.kind) {
    case "int":
      return type.int === "u64" || type.int === "i64" ? "0" : 0;
    case "float":
      return "0.0";
    case "bool":
      return false;
    case "text":
    case "bytes":
      return "";
    case "list":
    case "map":
      return [];
    case "ref":
      if (types.get(type.type).kind === "flags") return [];
  }
  throw new Error(`a ${type.kind} is never empty`);
}

function isSame(empty: Neutral, value: Neutral): boolean {
  return Array.isArray(empty) ? Array.isArray(value) && value.length === 0 : empty === value;
}
