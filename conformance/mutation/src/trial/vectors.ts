/** The vectors of each message, in an order in which few of them are likely to find a mutant. */
import { createHash } from "node:crypto";
import type { TypeId } from "../../../../generator/dist/ir/model.js";
import type { Vector } from "../../../runner/dist/vectors/model.js";

/** Neighbouring vectors are alike; shuffled, always in the same way, the first few cover a message better. */
export function byMessage(vectors: readonly Vector[]): Map<TypeId, Vector[]> {
  const messages = new Map<TypeId, Vector[]>();
  for (const vector of vectors) messages.set(vector.type, [...(messages.get(vector.type) ?? []), vector]);
  const rank = new Map(vectors.map((vector) => [vector, createHash("sha256").update(vector.name).digest("hex")]));
  for (const list of messages.values()) list.sort((a, b) => (rank.get(a)! < rank.get(b)! ? -1 : 1));
  return messages;
}

/** Those first whose name speaks of the place. */
export function tellingFirst(vectors: readonly Vector[], place: string): Vector[] {
  const words = place.match(/\w+/g) ?? [];
  if (words.length === 0) return [...vectors];
  const speaks = new RegExp(`\\b(${words.join("|")})\\b`);
  return [...vectors.filter(({ name }) => speaks.test(name)), ...vectors.filter(({ name }) => !speaks.test(name))];
}
