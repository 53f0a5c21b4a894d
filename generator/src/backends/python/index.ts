/** The Python back end: codecs as straight-line functions, messages as dataclasses. */
import type { Backend } from "../backend.js";
import { codecFiles } from "./files.js";
import { peerFiles } from "./peer.js";

export const python: Backend = {
  language: "python",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: codecFiles,
  peer: (model) => peerFiles(model, "meshwright"),
  packaged: () => [],
};
