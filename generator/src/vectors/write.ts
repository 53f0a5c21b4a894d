/** Keeps a folder of vectors up to date with its spec. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Change, writeFiles } from "../cli/output.js";
import type { Spec } from "../ir/model.js";
import { parseVectors } from "./format.js";
import { vectors } from "./index.js";
import type { Vector } from "./vector.js";

export interface Written {
  /** Vectors in all. */
  count: number;
  files: number;
  changes: Change[];
}

/**
 * Derives the vectors again and keeps those written by hand, in front and in their order. Files of types that are gone are removed; one
 * with hand-written vectors is an error instead. With `dry`, only says what would change.
 */
export function writeVectors(spec: Spec, folder: string, { dry = false } = {}): Written {
  const found = readFolder(folder);
  const files = vectors(spec, found);
  for (const [file, kept] of found)
    if (kept.length > 0 && !files.has(file)) throw new Error(`${join(folder, file)} holds ${kept.length} hand-written vectors of a type that the spec no longer has; move or delete them`);
  const contents = [...files].map(([path, content]) => ({ path, content }));
  const changes = writeFiles(folder, contents, { dry, owned: (path) => found.has(path) });
  // One line a vector, and two for the brackets.
  const count = contents.reduce((sum, { content }) => sum + content.split("\n").length - 3, 0);
  return { count, files: files.size, changes };
}

/** Every vector file below `folder`, with its hand-written and captured vectors. */
function readFolder(folder: string): Map<string, Vector[]> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json") && name.includes(sep));
  return new Map(
    names.sort().map((name) => {
      const path = join(folder, name);
      const kept = parseVectors(readFileSync(path, "utf8"), path).filter(({ origin }) => origin !== "derived");
      return [relative(folder, path).split(sep).join("/"), kept];
    }),
  );
}
