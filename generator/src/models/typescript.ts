/** TypeScript types, by json-schema-to-typescript. */
import { compile, type JSONSchema } from "json-schema-to-typescript";
import type { GeneratedFile } from "../backends/backend.js";
import { header } from "./header.js";
import type { SchemaSource } from "./schemas.js";

export async function typescriptModels(source: SchemaSource): Promise<GeneratedFile[]> {
  // The library names the whole after its title or id, and changes what it is given.
  const { title: _title, $id: _id, ...schema } = structuredClone(source.schema);
  const content = await compile(schema as JSONSchema, source.typeName, {
    bannerComment: header("typescript", source),
    // Nothing is fetched; the reader has seen to it that nothing needs to be.
    $refOptions: { resolve: { external: false } },
    unknownAny: true,
    style: { printWidth: 120 },
  });
  return [{ path: `${source.module}.ts`, content }];
}
