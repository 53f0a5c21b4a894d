/** The TypeScript back end. */
import type { CodecModel } from "../../codec/model.js";
import type { Backend, Feature, GeneratedFile } from "../backend.js";
import { Names } from "./names.js";
import { packageFiles } from "./packaged.js";
import { renderDispatch } from "./peer/render.js";
import { renderCodecs } from "./render.js";

const SUPPORTED: Feature[] = ["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"];

/** The package that this project's own peer is written against. */
const SDK = "@meshwright/sdk";

export const typescript: Backend = {
  language: "typescript",
  supports: new Set(SUPPORTED),
  codecs: (model: CodecModel): GeneratedFile[] => renderCodecs(model, new Names(model)),
  peer: (model: CodecModel): GeneratedFile[] => renderDispatch(model, new Names(model), SDK),
  packaged: (model: CodecModel, options: { peers: boolean }): GeneratedFile[] => packageFiles(model, new Names(model), options),
};
