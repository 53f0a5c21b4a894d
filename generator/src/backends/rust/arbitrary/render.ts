/** From the plan of arbitrary values to a file. */
import type { CodecModel } from "../../../codec/model.js";
import type { GeneratedFile } from "../../backend.js";
import { headerLines } from "../../header.js";
import { templates } from "../../templates.js";
import { planArbitrary } from "./plan.js";

export function renderArbitrary(model: CodecModel, root: string): GeneratedFile {
  const header = headerLines(model.spec).map((line) => `// ${line}`);
  return { path: "arbitrary.rs", content: templates("rust")("arbitrary", { header, ...planArbitrary(model, root) }) };
}
