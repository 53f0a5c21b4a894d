/** Vector files: an array with one object a line, so that a change shows as the lines that it is. */
import type { Vector } from "./vector.js";

export function formatVectors(vectors: Vector[]): string {
  return vectors.length === 0 ? "[]\n" : `[\n${vectors.map((vector) => `  ${JSON.stringify(ordered(vector))}`).join(",\n")}\n]\n`;
}

/** Members always in the same order, whoever made the vector. */
function ordered({ name, direction, value, bytes, verdict, origin, notes }: Vector): Vector {
  return { name, ...(direction && { direction }), ...(value !== undefined && { value }), bytes, verdict, origin, ...(notes !== undefined && { notes }) };
}

/** `where` names the file in errors. */
export function parseVectors(text: string, where: string): Vector[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(`${where} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(parsed)) throw new Error(`${where} is not an array of vectors`);
  return parsed as Vector[];
}
