/** Vectors of the spec that uses every word of the language: those in the folder that MESHWRIGHT_WORDS_VECTORS names, where several suites run; else they are derived. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSpec } from "../../src/read/read.js";
import { writeVectors } from "../../src/vectors/write.js";

/** The folder with them. */
export function wordsVectors(): string {
  const given = process.env["MESHWRIGHT_WORDS_VECTORS"];
  if (given) return given;
  const folder = mkdtempSync(join(tmpdir(), "meshwright-words-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeVectors(readSpec(fileURLToPath(new URL("../../../conformance/specs/words", import.meta.url))).spec!, folder);
  return folder;
}
