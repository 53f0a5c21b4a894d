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

/** Import paths of the module with the runtime and the generated package, and of the peer. */
export interface Paths {
  sdk: string;
  peer: string;
}

/** This project's own. */
export const OWN_PATHS: Paths = { sdk: "meshwright.dev/go", peer: "meshwright.dev/peer" };

/** With the names that generated code has for packages. */
function rendererFor(model: CodecModel, { sdk, peer }: Paths): FileRenderer {
  const packages = {
    codec: `${sdk}/codec`,
    codectest: `${sdk}/codec/codectest`,
    neutral: `${peer}/neutral`,
    [packageName(model.spec.name)]: `${sdk}/generated`,
  };
  return new FileRenderer(model.spec, packages, templates("go"));
}

/** How other packages name what is in the generated one. */
const qualifier = (model: CodecModel): string => `${packageName(model.spec.name)}.`;

/** The messages, and what makes random ones. */
export function codecFiles(model: CodecModel, paths: Paths): GeneratedFile[] {
  const names = nameTable(model.spec);
  const renderer = rendererFor(model, paths);
  return [...packageFiles(model, names, renderer), ...arbitraryFiles(model, names, renderer, qualifier(model))];
}

export const dispatchFiles = (model: CodecModel, paths: Paths): GeneratedFile[] => peerFiles(model, nameTable(model.spec), rendererFor(model, paths), qualifier(model));
