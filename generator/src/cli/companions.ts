/** What a spec makes besides code in a language: files that tools of others read. */
import type { GeneratedFile } from "../backends/backend.js";
import { catalogueFiles } from "../catalogue/catalogue.js";
import { describeForInspector } from "../inspector/describe.js";
import { schemaFiles } from "../jsonschema/render.js";
import { protoFiles } from "../proto/render.js";
import type { Sound } from "./pipeline.js";

export interface Companion {
  /** Its key in `outputs` of meshwright.json, and its folder below `--out`. */
  name: "schemas" | "proto" | "catalogue" | "inspector";
  /** No files if the spec has nothing of the kind. */
  files(sound: Sound): GeneratedFile[];
  /** Only for the folder that meshwright.json names: no use in a package for others. */
  inPlaceOnly?: true;
}

export const COMPANIONS: readonly Companion[] = [
  { name: "schemas", files: ({ spec }) => schemaFiles(spec) },
  { name: "proto", files: ({ spec }) => protoFiles(spec) },
  { name: "catalogue", files: ({ model }) => catalogueFiles(model) },
  { name: "inspector", files: ({ model }) => describeForInspector(model), inPlaceOnly: true },
];
