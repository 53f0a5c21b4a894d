/** The Go back end. */
import type { Backend } from "../backend.js";
import { OWN_PATHS, codecFiles, dispatchFiles, randomFiles } from "./modules.js";
import { packagedFiles } from "./packaged.js";

export const go: Backend = {
  language: "go",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: (model) => [...codecFiles(model, OWN_PATHS), ...randomFiles(model, OWN_PATHS)],
  peer: (model) => dispatchFiles(model, OWN_PATHS),
  packaged: packagedFiles,
};
