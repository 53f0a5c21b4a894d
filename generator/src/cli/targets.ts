/** Where generated code goes: the folders that a spec's meshwright.json names, or packages below `--out`. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Backend, GeneratedFile, Language } from "../backends/backend.js";
import type { CodecModel } from "../codec/model.js";
import type { Companion } from "./companions.js";
import type { Sound } from "./pipeline.js";

export interface Target {
  folder: string;
  files: GeneratedFile[];
  /** Which files below `folder` are the generator's to remove. */
  owned: (path: string) => boolean;
}

/** `"outputs": { "rust": { "codecs": "../a/generated", "peer": "../b/generated" }, "schemas": "../c/generated/schemas" }`, relative to the spec folder. */
export type Outputs = Partial<Record<Language, { codecs: string; peer?: string }> & Record<Companion["name"], string>>;

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
    return { folder: resolve(spec, folder), files, owned: () => true };
  };
  return [target(output.codecs, backend.codecs(model)), ...(output.peer === undefined ? [] : [target(output.peer, backend.peer(model))])];
}

/** A package of its own at `out/<language>`; only its `generated` folders are cleaned. */
export function packaged(out: string, backend: Backend, model: CodecModel, peers: boolean): Target[] {
  const owned = (path: string): boolean => path.split("/").slice(0, -1).includes("generated");
  return [{ folder: resolve(out, backend.language), files: backend.packaged(model, { peers }), owned }];
}

/** Into the folder that `outputs` names, which must be called `generated` or stand in one that is. */
export function companionInPlace(spec: string, outputs: Outputs, { name, files }: Companion, sound: Sound): Target[] {
  const folder = outputs[name];
  if (folder === undefined) return [];
  if (!folder.split("/").includes("generated")) throw new Error(`meshwright.json sends ${name} to ${folder}; the folder must be called "generated" or be inside one, because everything else in it is removed`);
  return [{ folder: resolve(spec, folder), files: files(sound), owned: () => true }];
}

/** At `out/<name>/generated`. */
export function companionPackaged(out: string, { name, files }: Companion, sound: Sound): Target[] {
  return [{ folder: resolve(out, name, "generated"), files: files(sound), owned: () => true }];
}
