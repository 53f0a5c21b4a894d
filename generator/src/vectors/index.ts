/** Test vectors for every message of a spec. */
import type { Spec } from "../ir/model.js";
import { oracleOf } from "./oracle/index.js";
import { isRoot } from "./oracle/types.js";
import { derive, workshop } from "./derive/derive.js";
import { formatVectors } from "./format.js";
import type { Vector } from "./vector.js";
import { verify } from "./verify.js";

export type { Vector } from "./vector.js";

/** The file of a message type, within a folder of vectors: `wire.packet/PacketHeader.json`. */
export const fileOf = ({ module, name }: { module: string; name: string }): string => `${module}/${name}.json`;

/**
 * The content of every file of vectors, by its path: first `written` (by hand or captured; verified against the oracle, an
 * error if it disagrees), then what is derived from the spec. The same for the same arguments.
 */
export function vectors(spec: Spec, written: ReadonlyMap<string, Vector[]> = new Map()): Map<string, string> {
  const oracle = oracleOf(spec);
  const shop = workshop(oracle);
  const files = new Map<string, string>();
  for (const type of spec.types.filter(isRoot)) {
    const file = fileOf(type);
    const kept = written.get(file) ?? [];
    verify(oracle, type.id, kept);
    const names = new Set(kept.map(({ name }) => name));
    // A vector by hand replaces the derived one of its name.
    const derived = derive(shop, type.id).filter(({ name }) => !names.has(name));
    files.set(file, formatVectors([...kept, ...derived]));
  }
  return files;
}
