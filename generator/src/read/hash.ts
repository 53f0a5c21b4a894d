/** The spec's hash: two specs with the same one make and read the same bytes under the same names. */
import { createHash } from "node:crypto";
import type { Spec } from "../ir/model.js";

/** SHA-256 over types and services, without docs and positions, cut to 32 hex digits: plenty against accidents, and short enough to read out. */
export function specHash(spec: Omit<Spec, "hash">): string {
  const text = JSON.stringify({ irVersion: spec.irVersion, name: spec.name, types: spec.types, services: spec.services }, (key, value: unknown) => (key === "doc" || key === "source" ? undefined : sorted(value)));
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
