/** The Go back end. */
import type { Backend } from "../backend.js";
import { templates } from "../templates.js";
import { FileRenderer } from "./file.js";
import { nameTable } from "./names.js";
import { packageFiles } from "./package.js";

/** Where this project's own Go module is. */
const MODULE = "meshwright.dev/go";

export const go: Backend = {
  language: "go",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: (model) => packageFiles(model, nameTable(model.spec), new FileRenderer(model.spec, { codec: `${MODULE}/codec` }, templates("go"))),
  peer: () => [],
  packaged: () => [],
};
