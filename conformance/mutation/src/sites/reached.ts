/** Which vectors bring a peer to the place of a mutant: no other can find it. For languages that say so, which spares the slow ones most of the work. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PeerClient } from "../../../runner/dist/peers/client.js";
import { SIDES } from "../mutants/mutant.js";
import type { Vector } from "../../../runner/dist/vectors/model.js";
import { PATIENCE } from "../trial/patience.js";
import { judged } from "../trial/trial.js";
import { SWITCH } from "./syntax.js";

/** Asked of one process. Fewer tell more exactly, and take more starts. */
const LOT = 50;

export type Reached = (mutant: number, vector: Vector) => boolean;

/** `command` starts the peer. */
export async function reachedBy(command: string, vectors: ReadonlyMap<string, Vector[]>): Promise<Reached> {
  const found = new Map<Vector, ReadonlySet<number>>();
  const folder = mkdtempSync(join(tmpdir(), "meshwright-mutation-"));
  try {
    // Neighbours by name are alike, and come to the same places.
    const lots = [...vectors.values()].flatMap((list) => lotsOf([...list].sort((a, b) => (a.name < b.name ? -1 : 1))));
    for (const [index, lot] of lots.entries()) {
      const file = join(folder, String(index));
      const client = new PeerClient(command, { ...PATIENCE(), env: { [SWITCH]: `record:${file}` } });
      const hello = await client.start();
      if (typeof hello === "string") throw new Error(hello);
      await Promise.all(lot.flatMap((vector) => SIDES.map((side) => judged((request) => client.request(request), vector, side))));
      await client.close();
      const numbers = new Set(readFileSync(file, "utf8").split(" ").map(Number));
      for (const vector of lot) found.set(vector, numbers);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return (mutant, vector) => found.get(vector)!.has(mutant);
}

const lotsOf = (list: readonly Vector[]): Vector[][] => Array.from({ length: Math.ceil(list.length / LOT) }, (_, index) => list.slice(index * LOT, (index + 1) * LOT));
