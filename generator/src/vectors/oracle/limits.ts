/** Bounds of values, the same in every encoding. Each gives the refusal's kind, or `undefined` if the value is within. */
import type { SizeLimit, TypeExpr } from "../../ir/model.js";
import type { RefusalKind } from "./refusal.js";

export function integerFault(type: { min?: string; max?: string }, value: bigint): RefusalKind | undefined {
  const below = type.min !== undefined && value < BigInt(type.min);
  const above = type.max !== undefined && value > BigInt(type.max);
  return below || above ? "out_of_range" : undefined;
}

/** A NaN is outside all bounds. */
export function floatFault(type: { min?: number; max?: number }, value: number): RefusalKind | undefined {
  const within = (type.min === undefined || value >= type.min) && (type.max === undefined || value <= type.max);
  return within ? undefined : "out_of_range";
}

export function sizeFault(limit: SizeLimit, size: number | bigint): RefusalKind | undefined {
  if (limit.max !== null && size > limit.max) return "too_long";
  return size < limit.min ? "out_of_range" : undefined;
}

/** What an exact size is missed by. */
export function exactSizeFault(expected: number, size: number): RefusalKind | undefined {
  return sizeFault({ min: expected, max: expected }, size);
}

/** The whole text must match, and patterns speak of ASCII only. */
export function patternFault(type: Extract<TypeExpr, { kind: "text" }>, text: string): RefusalKind | undefined {
  if (type.pattern === undefined) return undefined;
  return isAscii(text) && expression(type.pattern).test(text) ? undefined : "out_of_range";
}

const expressions = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  let found = expressions.get(pattern);
  if (!found) expressions.set(pattern, (found = new RegExp(`^(?:${withoutAnchors(pattern)})$`)));
  return found;
}

/** `^` and `$` at the ends mean nothing, also beside a `|`, where an ordinary engine would bind them to one side. */
function withoutAnchors(pattern: string): string {
  const from = pattern.startsWith("^") ? 1 : 0;
  const to = /(?:^|[^\\])(?:\\\\)*\$$/.test(pattern) ? pattern.length - 1 : pattern.length;
  return pattern.slice(from, to);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
