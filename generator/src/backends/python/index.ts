/** The Python back end: messages as dataclasses, codecs as straight-line functions over a pure-Python runtime. */
import type { Backend } from "../backend.js";
import { codecFiles } from "./files.js";
import { packageFiles } from "./package.js";
import { peerFiles } from "./peer.js";

export const python: Backend = {
  language: "python",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: codecFiles,
  peer: (model) => peerFiles(model, "meshwright"),
  packaged: packageFiles,
};
