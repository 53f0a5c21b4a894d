/** The Rust back end. */
import type { CodecModel } from "../../codec/model.js";
import type { Backend, GeneratedFile } from "../backend.js";
import { plan } from "./plan/modules.js";
import { renderArbitrary } from "./arbitrary/render.js";
import { renderPackage } from "./packaged.js";
import { renderPeer } from "./peer/render.js";
import { renderModules } from "./render.js";

const PATHS = { runtime: "meshwright_codec", root: "crate::generated" };

const modules = (model: CodecModel, hidden: string[]): GeneratedFile[] => renderModules(model, plan(model, PATHS), { runtime: PATHS.runtime, hidden });

export const rust: Backend = {
  language: "rust",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: (model) => [...modules(model, ["arbitrary"]), renderArbitrary(model, PATHS.root)],
  peer: renderPeer,
  packaged: (model, options) => renderPackage(model, modules(model, []), options),
};
