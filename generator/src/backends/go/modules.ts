/** Which files a spec makes, and under which import paths they find each other. */
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { templates } from "../templates.js";
import { arbitraryFiles } from "./arbitrary.js";
import { FileRenderer } from "./file.js";
import { nameTable } from "./names.js";
import { packageFiles } from "./package.js";
import { peerFiles } from "./peer.js";
import { packageName } from "./words.js";

/** Import paths. */
export interface Paths {
  /** Of the module, which has the runtime in `codec`. */
  sdk: string;
  /** Of the package of the messages. */
  messages: string;
  peer: string;
}

/** This project's own. */
export const OWN_PATHS: Paths = { sdk: "meshwright.dev/go", messages: "meshwright.dev/go/generated", peer: "meshwright.dev/peer" };

/** With the names that generated code has for packages. */
function rendererFor(model: CodecModel, { sdk, messages, peer }: Paths): FileRenderer {
  const packages = {
    codec: `${sdk}/codec`,
    codectest: `${sdk}/codec/codectest`,
    neutral: `${peer}/neutral`,
    [packageName(model.spec.name)]: messages,
  };
  return new FileRenderer(model.spec, packages, templates("go"));
}

/** How other packages name what is in the generated one. */
const qualifier = (model: CodecModel): string => `${packageName(model.spec.name)}.`;

export const codecFiles = (model: CodecModel, paths: Paths): GeneratedFile[] => packageFiles(model, nameTable(model.spec), rendererFor(model, paths));

/** What makes random messages. */
export const randomFiles = (model: CodecModel, paths: Paths): GeneratedFile[] => arbitraryFiles(model, nameTable(model.spec), rendererFor(model, paths), qualifier(model));

export const dispatchFiles = (model: CodecModel, paths: Paths): GeneratedFile[] => peerFiles(model, nameTable(model.spec), rendererFor(model, paths), qualifier(model));
