/** Which vectors a pattern names. */
import type { Vector } from "./model.js";
import { vectorId } from "./model.js";

/** `*` stands for any run of characters, dots and slashes included; everything else for itself. */
export function glob(pattern: string): (text: string) => boolean {
  const expression = new RegExp(`^${pattern.split("*").map(escapeRegExp).join(".*")}$`, "s");
  return (text) => expression.test(text);
}

/** A pattern without a slash names types (`wire.stream.*`), one with a slash vectors (`*\/truncated*`). */
export function selects(pattern: string): (vector: Vector) => boolean {
  const slash = pattern.includes("/");
  const matches = glob(pattern);
  return (vector) => matches(slash ? vectorId(vector) : vector.type);
}

/** The vectors that any of the patterns names, in their order; all of them if there is no pattern. */
export function select(vectors: Vector[], patterns: readonly string[]): Vector[] {
  if (patterns.length === 0) return vectors;
  const tests = patterns.map(selects);
  return vectors.filter((vector) => tests.some((test) => test(vector)));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
