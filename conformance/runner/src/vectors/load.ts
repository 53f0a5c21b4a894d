/** Reads vector files and refuses malformed ones by file and entry, so that a typo cannot pass as an absent check. */
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Neutral, Origin, Refusal, Vector } from "./model.js";
import { vectorId } from "./model.js";

/** Something about the vectors, not about a peer, is wrong: the run cannot mean anything. */
export class VectorError extends Error {}

/**
 * All vectors under `folder`, by file name, each file in its own order. The type is the file's place:
 * `wire.stream/WindowGrant.json` holds `wire.stream.WindowGrant`.
 */
export function loadVectors(folder: string): Vector[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new VectorError(`there is no folder of vectors at ${folder}`);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json") && file.includes(sep));
  const vectors = files.sort().flatMap((file) => readFile(folder, join(folder, file)));
  const seen = new Set<string>();
  for (const vector of vectors) {
    const id = vectorId(vector);
    if (seen.has(id)) throw new VectorError(`two vectors are named ${id}`);
    seen.add(id);
  }
  return vectors;
}

function readFile(folder: string, file: string): Vector[] {
  const type = relative(folder, file).slice(0, -".json".length).split(sep).join(".");
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new VectorError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(entries)) throw new VectorError(`${file} is not an array of vectors`);
  return entries.map((entry: unknown, index) => parseVector(type, entry, `${file}, entry ${index}`));
}

const origins: readonly string[] = ["prose", "derived", "captured", "fixture"] satisfies Origin[];
const members = new Set(["name", "value", "bytes", "verdict", "origin", "notes", "direction"]);

/** One entry of a file. `where` names it in the error. */
export function parseVector(type: string, entry: unknown, where: string): Vector {
  const fail = (problem: string): never => {
    throw new VectorError(`${where}: ${problem}`);
  };
  if (!isObject(entry)) return fail("not an object");
  for (const member of Object.keys(entry)) if (!members.has(member)) fail(`unknown member ${JSON.stringify(member)}`);
  const { name, bytes, origin, notes, direction } = entry;
  if (typeof name !== "string" || name === "") return fail("`name` must be text");
  if (bytes !== null && (typeof bytes !== "string" || !/^([0-9a-f]{2})*$/.test(bytes))) return fail("`bytes` must be lowercase hex, or null");
  if (typeof origin !== "string" || !origins.includes(origin)) return fail(`\`origin\` must be one of ${origins.join(", ")}`);
  if (notes !== undefined && typeof notes !== "string") return fail("`notes` must be text");
  if (direction !== undefined && direction !== "encode") return fail('`direction` can only be "encode"');
  const vector: Vector = { type, name, bytes, verdict: parseVerdict(entry["verdict"], direction === "encode", fail), origin: origin as Origin };
  if (entry["value"] !== undefined) vector.value = entry["value"] as Neutral;
  if (notes !== undefined) vector.notes = notes;
  if (direction !== undefined) vector.direction = direction;
  if (direction === "encode" && vector.value === undefined) return fail("a vector for encoders needs a `value`");
  if (direction === undefined && bytes === null) return fail('`bytes` can be null only with `direction: "encode"`');
  return vector;
}

function parseVerdict(verdict: unknown, encodeOnly: boolean, fail: (problem: string) => never): "valid" | Refusal {
  if (verdict === "valid") return verdict;
  if (!isObject(verdict)) return fail('`verdict` must be "valid" or a refusal');
  const { kind, offset, path } = verdict;
  if (typeof kind !== "string" || typeof path !== "string") return fail("a refusal needs `kind` and `path`");
  if (encodeOnly) return { kind, path };
  if (typeof offset !== "number" || !Number.isSafeInteger(offset) || offset < 0) return fail("a decoder's refusal needs an `offset`");
  return { kind, offset, path };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
