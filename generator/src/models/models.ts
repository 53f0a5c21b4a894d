/** Typed models from other people's JSON Schemas. */
import type { GeneratedFile, Language } from "../backends/backend.js";
import { quicktypeModels } from "./quicktype.js";
import type { SchemaSource } from "./schemas.js";
import { typescriptModels } from "./typescript.js";

/** Files below one folder a language. The same for the same schemas. Throws an error that names the schema if a library cannot do it. */
export async function modelFiles(sources: readonly SchemaSource[], language: Language): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const source of sources)
    try {
      files.push(...(language === "typescript" ? await typescriptModels(source) : await quicktypeModels(source, language)));
    } catch (error) {
      throw new Error(`${source.file}: no ${language} models can be made of it: ${(error as Error).message}`);
    }
  return files;
}
