/** Specs, read as the generator reads them. */
import { fileURLToPath } from "node:url";
import { lower } from "../../../../generator/src/codec/lower.js";
import type { CodecModel } from "../../../../generator/src/codec/model.js";
import { readSpec } from "../../../../generator/src/read/read.js";

function readModel(path: string): CodecModel {
  const folder = fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
  const { spec } = readSpec(folder);
  if (!spec) throw new Error(`${folder} is not a spec`);
  return lower(spec);
}

/** This project's own messages. */
export const ownModel = (): CodecModel => readModel("spec");

/** Messages with every word of the spec language. */
export const wordsModel = (): CodecModel => readModel("conformance/specs/words");
