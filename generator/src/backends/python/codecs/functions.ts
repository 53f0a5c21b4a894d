/** A planned function, as the template prints it. */
import type { CodecUnit } from "../../../codec/model.js";
import { Locals } from "../names.js";
import type { Scope } from "../scope.js";
import { block, call, layOut, type Line } from "../source.js";
import type { Context } from "./context.js";

export interface PlannedFunction {
  /** `def name(parameters) -> result:`, perhaps over several lines. */
  head: string[];
  body: string[];
}

export function plan(name: string, parameters: string[], result: string, body: Line[]): PlannedFunction {
  return { head: layOut([call(`def ${name}`, parameters, ` -> ${result}:`)]), body: layOut(body.length > 0 ? body : ["pass"], 1) };
}

/** A function of a unit, and whether it is told how deep it lies. */
export function contextOf({ family, type, recursionHead }: CodecUnit, scope: Scope): { context: Context; depth: string[] } {
  const counts = scope.model.countsDepth(family, type);
  const context = { scope, locals: new Locals(), family, path: "", hint: "", end: "end", depth: counts ? (recursionHead ? "depth + 1" : "depth") : null };
  return { context, depth: counts ? ["depth: int = 0"] : [] };
}

/** The first statement of a function of a type that counts as a level. */
export function checkDepth({ recursionHead }: CodecUnit, scope: Scope, side: "read" | "write"): Line[] {
  if (!recursionHead) return [];
  const tooDeep = side === "read" ? `${scope.runtime("_refuse", "too_deep")}(at, "")` : `${scope.runtime("_checks", "too_deep")}()`;
  return [block(`if depth >= ${scope.runtime("_refuse", "MAX_DEPTH")}:`, [`raise ${tooDeep}`])];
}
