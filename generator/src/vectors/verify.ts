/** Hand-written and captured vectors must say what the oracle says: one of the two is wrong otherwise. */
import type { TypeId } from "../ir/model.js";
import { sameValue } from "./derive/same.js";
import type { Oracle } from "./oracle/index.js";
import type { Neutral } from "./oracle/neutral.js";
import type { Vector } from "./vector.js";

/** Throws an error that names the vector and both verdicts. */
export function verify(oracle: Oracle, id: TypeId, vectors: Vector[]): void {
  const names = new Set<string>();
  for (const vector of vectors) {
    if (names.has(vector.name)) throw new Error(`${id} has two vectors named "${vector.name}"`);
    names.add(vector.name);
    if (vector.direction !== "encode") verifyDecoding(oracle, id, vector);
    if (vector.value !== undefined) verifyEncoding(oracle, id, vector);
    if (vector.verdict === "valid" && vector.value === undefined) throw disagreement(id, vector, "a value", "none");
  }
}

function verifyDecoding(oracle: Oracle, id: TypeId, vector: Vector): void {
  if (vector.bytes === null) throw disagreement(id, vector, "bytes", "none");
  const decoded = oracle.decode(id, Uint8Array.from(Buffer.from(vector.bytes, "hex")));
  if (vector.verdict === "valid") {
    if (decoded.refusal) throw disagreement(id, vector, "valid", decoded.refusal);
    if (!sameValue(decoded.value, vector.value as Neutral)) throw disagreement(id, vector, vector.value, decoded.value);
  } else if (!sameValue((decoded.refusal ?? "valid") as Neutral, vector.verdict as unknown as Neutral)) throw disagreement(id, vector, vector.verdict, decoded.refusal ?? decoded.value);
}

function verifyEncoding(oracle: Oracle, id: TypeId, vector: Vector): void {
  if (vector.verdict !== "valid" && vector.direction !== "encode") return;
  const encoded = oracle.encode(id, vector.value!);
  const hex = encoded.bytes ? Buffer.from(encoded.bytes).toString("hex") : null;
  if (vector.verdict === "valid") {
    if (hex !== vector.bytes) throw disagreement(id, vector, vector.bytes, hex ?? encoded.refusal);
  } else if (!sameValue((encoded.refusal ?? "valid") as unknown as Neutral, vector.verdict as unknown as Neutral)) throw disagreement(id, vector, vector.verdict, encoded.refusal ?? hex);
}

function disagreement(id: TypeId, { name }: Vector, written: unknown, oracle: unknown): Error {
  return new Error(`the vector "${name}" of ${id} says ${JSON.stringify(written)}, but the oracle says ${JSON.stringify(oracle)}`);
}
