/** The Rust back end. */
import type { Backend } from "../backend.js";
import { plan, type Paths } from "./plan/modules.js";
import { renderArbitrary } from "./arbitrary/render.js";
import { RUNTIME_MODULE, renderPackage } from "./packaged.js";
import { renderPeer } from "./peer/render.js";
import { renderModules } from "./render.js";

/** In this project, whose crates share one runtime. */
const OWN: Paths = { runtime: "meshwright_codec", root: "crate::generated" };
const PACKAGED: Paths = { ...OWN, runtime: `crate::${RUNTIME_MODULE}` };

export const rust: Backend = {
  language: "rust",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: (model) => [...renderModules(model, plan(model, OWN), { runtime: OWN.runtime, hidden: ["arbitrary"] }), renderArbitrary(model, OWN.root)],
  peer: renderPeer,
  packaged(model, options) {
    const planned = plan(model, PACKAGED);
    return renderPackage(model, planned.names, renderModules(model, planned, { runtime: PACKAGED.runtime, hidden: [] }), options);
  },
};
