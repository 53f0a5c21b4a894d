/** The Go back end. */
import type { CodecModel } from "../../codec/model.js";
import type { Backend } from "../backend.js";
import { templates } from "../templates.js";
import { FileRenderer } from "./file.js";
import { nameTable } from "./names.js";
import { packageFiles } from "./package.js";
import { peerFiles } from "./peer.js";
import { packageName } from "./words.js";

/** Import paths of what generated code is in or uses. */
export interface Modules {
  codec: string;
  /** The generated package. */
  messages: string;
  neutral: string;
}

/** This project's own. */
const OWN: Modules = { codec: "meshwright.dev/go/codec", messages: "meshwright.dev/go/generated", neutral: "meshwright.dev/conformance/peer/neutral" };

const codecs = (model: CodecModel, { codec }: Modules) => packageFiles(model, nameTable(model.spec), new FileRenderer(model.spec, { codec }, templates("go")));

function peer(model: CodecModel, { codec, messages, neutral }: Modules) {
  const own = packageName(model.spec.name);
  const renderer = new FileRenderer(model.spec, { codec, neutral, [own]: messages }, templates("go"));
  return peerFiles(model, nameTable(model.spec), renderer, `${own}.`);
}

export const go: Backend = {
  language: "go",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: (model) => codecs(model, OWN),
  peer: (model) => peer(model, OWN),
  packaged: () => [],
};
