/** The Rust back end. */
import type { CodecModel } from "../../codec/model.js";
import type { Backend, GeneratedFile } from "../backend.js";
import { plan } from "./plan/modules.js";
import { renderPackage } from "./packaged.js";
import { renderPeer } from "./peer/render.js";
import { renderModules } from "./render.js";

const PATHS = { runtime: "meshwright_codec", root: "crate::generated" };

const codecs = (model: CodecModel): GeneratedFile[] => renderModules(model, plan(model, PATHS), { runtime: PATHS.runtime, hidden: [] });

export const rust: Backend = {
  language: "rust",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs,
  peer: renderPeer,
  packaged: (model, options) => renderPackage(model, codecs(model), options),
};
