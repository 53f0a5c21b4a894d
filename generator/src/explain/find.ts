/** Finds the type that a person means. */
import type { Spec, TypeDef } from "../ir/model.js";

/** By id, or by name alone when only one type has it. Throws an error that says what was perhaps meant. */
export function findType(spec: Spec, wanted: string): TypeDef {
  const exact = spec.types.find((type) => type.id === wanted);
  if (exact) return exact;
  const named = spec.types.filter((type) => type.name === wanted || type.id.endsWith(`.${wanted}`));
  if (named.length === 1) return named[0]!;
  if (named.length > 1) throw new Error(`Several types are called ${wanted}: ${named.map((type) => type.id).join(", ")}.`);
  const near = suggestions(spec, wanted);
  throw new Error(`The spec has no type ${wanted}.${near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : ""}`);
}

/** At most three, the nearest first; none that differ in more than a third of their letters. */
function suggestions(spec: Spec, wanted: string): string[] {
  return spec.types
    .map(({ id, name }) => ({ id, distance: Math.min(editDistance(wanted, name), editDistance(wanted, id)) }))
    .filter(({ distance }) => distance <= Math.max(1, wanted.length / 3))
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ id }) => id);
}

/** Letters to insert, leave out, replace or swap with their neighbour; upper and lower case are the same. */
export function editDistance(from: string, to: string): number {
  const [a, b] = [from.toLowerCase(), to.toLowerCase()];
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const above = rows[i - 1]!;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
