/** Where generated code goes: the folders that a spec's meshwright.json names, or packages below `--out`. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Backend, GeneratedFile, Language } from "../backends/backend.js";
import type { CodecModel } from "../codec/model.js";

export interface Target {
  language: Language;
  folder: string;
  files: GeneratedFile[];
  /** Which files below `folder` are the generator's to remove. */
  owned: (path: string) => boolean;
}

/** `"outputs": { "rust": { "codecs": "../a/generated", "peer": "../b/generated" } }`, relative to the spec folder. */
type Outputs = Partial<Record<Language, { codecs: string; peer?: string }>>;

export function readOutputs(spec: string): Outputs {
  const path = join(spec, "meshwright.json");
  if (!existsSync(path)) return {};
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { outputs?: Outputs };
  return manifest.outputs ?? {};
}

/** Into the folders of `outputs`; each must be called `generated`, since all else in it is removed. */
export function inPlace(spec: string, outputs: Outputs, backend: Backend, model: CodecModel): Target[] {
  const output = outputs[backend.language];
  if (!output) return [];
  const target = (folder: string, files: GeneratedFile[]): Target => {
    if (!/(^|\/)generated\/?$/.test(folder)) throw new Error(`meshwright.json sends ${backend.language} to ${folder}; the folder must be called "generated", because everything else in it is removed`);
    return { language: backend.language, folder: resolve(spec, folder), files, owned: () => true };
  };
  return [target(output.codecs, backend.codecs(model)), ...(output.peer === undefined ? [] : [target(output.peer, backend.peer(model))])];
}

/** A package of its own at `out/<language>`; only its `generated` folders are cleaned. */
export function packaged(out: string, backend: Backend, model: CodecModel, peers: boolean): Target[] {
  const owned = (path: string): boolean => path.split("/").slice(0, -1).includes("generated");
  return [{ language: backend.language, folder: resolve(out, backend.language), files: backend.packaged(model, { peers }), owned }];
}
