/** Where generated code goes: the folders that a spec's meshwright.json names, or packages below `--out`. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Backend, GeneratedFile, Language } from "../backends/backend.js";
import type { CodecModel } from "../codec/model.js";
import type { Companion } from "./companions.js";
import type { Sound } from "./pipeline.js";
import { recorded } from "./record.js";

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
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as { outputs?: Outputs }).outputs ?? {};
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`);
  }
}

/** Throws if generated TypeScript would come to stand in the spec folder, where it would be read as spec the next time. */
export function refuseTypeScriptInside(spec: string, out: string | undefined): void {
  const folders = out === undefined ? Object.values(readOutputs(spec).typescript ?? {}).map((folder) => resolve(spec, folder)) : [resolve(out)];
  for (const folder of folders) if (`${folder}${sep}`.startsWith(`${resolve(spec)}${sep}`)) throw new Error(`${folder} is in the spec folder, where generated TypeScript would be read as spec; name a folder beside it`);
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

/** A package of its own at `out/<language>`. */
export function packaged(out: string, backend: Backend, model: CodecModel, peers: boolean): Target[] {
  return [recorded(resolve(out, backend.language), backend.packaged(model, { peers }))];
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
  return [recorded(resolve(out, name, "generated"), files(sound))];
}
