export type * from "./ir/model.js";
export type * from "./codec/model.js";
export type { Backend, Feature, GeneratedFile, Language } from "./backends/backend.js";
