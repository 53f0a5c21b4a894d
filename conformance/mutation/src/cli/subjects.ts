/** The specs whose mutants are tried. */
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { prepareOrExit } from "../../../../generator/dist/cli/pipeline.js";
import type { CodecModel } from "../../../../generator/dist/codec/model.js";
import { writeVectors } from "../../../../generator/dist/vectors/write.js";
import { loadVectors } from "../../../runner/dist/vectors/load.js";
import type { Vector } from "../../../runner/dist/vectors/model.js";
import type { Kind } from "../findings.js";
import { byMessage } from "../trial/vectors.js";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
export const at = (...parts: string[]): string => join(repository, ...parts);

export type SubjectName = "words" | "own";

/** `words` uses every word of the spec language, so its code has every kind of line. */
export const SUBJECTS: Record<SubjectName, { folder: string; kinds: readonly Kind[]; title: string }> = {
  words: { folder: at("conformance", "specs", "words"), kinds: ["model", "code"], title: "the spec that uses every word of the language" },
  own: { folder: at("spec"), kinds: ["model"], title: "this project's own spec" },
};

export interface Subject {
  name: SubjectName;
  model: CodecModel;
  vectors: Map<string, Vector[]>;
}

/** Vectors of the project's own spec are those that are kept; others are derived anew, unless MESHWRIGHT_WORDS_VECTORS names the folder with them. */
export function subject(name: SubjectName): Subject {
  const { model } = prepareOrExit(SUBJECTS[name].folder);
  if (name === "own") return { name, model, vectors: byMessage(loadVectors(at("conformance", "vectors"))) };
  const given = process.env["MESHWRIGHT_WORDS_VECTORS"];
  const folder = given ?? at(".cache", "mutation", "vectors", name);
  if (given === undefined) writeVectors(model.spec, folder);
  return { name, model, vectors: byMessage(loadVectors(folder)) };
}
