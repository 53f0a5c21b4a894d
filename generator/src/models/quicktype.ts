/** Models in Rust, Python, Go and C, by quicktype. */
import {
  CJSONTargetLanguage,
  GoTargetLanguage,
  InputData,
  JSONSchemaInput,
  PythonTargetLanguage,
  quicktypeMultiFile,
  RustTargetLanguage,
  type TargetLanguage,
} from "quicktype-core";
import type { GeneratedFile, Language } from "../backends/backend.js";
import { header } from "./header.js";
import type { SchemaSource } from "./schemas.js";

/** No text becomes a type of its own: dates need libraries that a project may not have, and text keeps what stood in the JSON. */
const TEXT_ONLY = new Map<never, never>();

class Rust extends RustTargetLanguage {
  override get stringTypeMapping() {
    return TEXT_ONLY;
  }
}

class Python extends PythonTargetLanguage {
  override get stringTypeMapping() {
    return TEXT_ONLY;
  }
}

class Go extends GoTargetLanguage {
  override get stringTypeMapping() {
    return TEXT_ONLY;
  }
}

class C extends CJSONTargetLanguage {
  override get stringTypeMapping() {
    return TEXT_ONLY;
  }
}

interface Target {
  language: TargetLanguage;
  options: (source: SchemaSource) => Record<string, string | boolean>;
  /** Relative to the language's folder. */
  path: (source: SchemaSource) => string;
}

const TARGETS: Record<Exclude<Language, "typescript">, Target> = {
  rust: {
    language: new Rust(),
    options: () => ({ visibility: "public", "derive-debug": true, "derive-clone": true, "derive-partial-eq": true, "skip-serializing-none": false, "leading-comments": false }),
    path: ({ module }) => `${module}.rs`,
  },
  python: { language: new Python(), options: () => ({ "python-version": "3.10" }), path: ({ module }) => `${module}.py` },
  // A package of its own each, since two schemas may have types of one name.
  go: { language: new Go(), options: ({ module }) => ({ package: module }), path: ({ module }) => `${module}/models.go` },
  c: { language: new C(), options: () => ({ "header-only": false }), path: ({ module }) => `${module}.h` },
};

export async function quicktypeModels(source: SchemaSource, name: Exclude<Language, "typescript">): Promise<GeneratedFile[]> {
  const { language, options, path } = TARGETS[name];
  const { $id: _, ...schema } = source.schema;
  const input = new JSONSchemaInput(undefined);
  await input.addSource({ name: source.typeName, schema: JSON.stringify(schema) });
  const inputData = new InputData();
  inputData.addInput(input);
  const rendererOptions = options(source) as never;
  const files = await quicktypeMultiFile({ inputData, lang: language, outputFilename: path(source), leadingComments: [], rendererOptions });
  return [...files].map(([file, { lines }]) => ({ path: file, content: `${[header(name, source), "", ...lines.map((line) => line.trimEnd())].join("\n").trimEnd()}\n` }));
}
