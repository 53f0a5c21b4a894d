import { fileURLToPath } from "node:url";
import { prepare } from "../../../generator/dist/cli/pipeline.js";
import type { CodecModel } from "../../../generator/dist/codec/model.js";

/** The spec that uses every word of the language. */
export function words(): { model: CodecModel } {
  const prepared = prepare(fileURLToPath(new URL("../../specs/words", import.meta.url)), []);
  if (!("model" in prepared)) throw new Error("the spec of every word is not sound");
  return prepared;
}
