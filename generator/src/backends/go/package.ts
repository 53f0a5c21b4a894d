/** The generated package: its files, put together from the plans. */
import type { CodecModel } from "../../codec/model.js";
import type { TypeDef } from "../../ir/model.js";
import { assignNames } from "../../names/table.js";
import type { GeneratedFile } from "../backend.js";
import type { FileRenderer, Part } from "./file.js";
import type { Names } from "./names.js";
import { codecDeclarations, reachable } from "./plan/codecs.js";
import { Context } from "./plan/context.js";
import { patternPlan } from "./plan/patterns.js";
import { rootPlan, typePlans } from "./plan/types.js";
import { fileStem, packageName } from "./words.js";

export function packageFiles(model: CodecModel, names: Names, renderer: FileRenderer): GeneratedFile[] {
  const ctx = new Context(model, names);
  const own = packageName(model.spec.name);
  const modules = [...new Set(model.types.map(({ module }) => module))].sort();
  const stems = assignNames(modules.flatMap((module): [string, string][] => [[module, fileStem(module)], [`${module} codec`, `${fileStem(module)}_codec`]]), new Set(["doc", "patterns"]));
  const declarations = new Map(modules.map((module) => [module, codecDeclarations(ctx.lookup.unitsIn(module), ctx)]));
  const entries = model.roots.flatMap(({ type, family }) => [ctx.function("decode", type, family), ctx.function("encode", type, family)]);
  const needed = reachable([...declarations.values()].flat(), entries);
  const file = (stem: string, parts: Part[], doc?: string[]): GeneratedFile[] => (parts.length === 0 ? [] : [renderer.file({ path: `${stem}.go`, package: own, parts, ...(doc ? { doc } : {}) })]);
  return [
    ...file("doc", [identity(model)], packageDoc(model)),
    ...file("patterns", model.patterns.map((pattern) => ({ template: "pattern", ...patternPlan(pattern) }))),
    ...modules.flatMap((module) => [
      ...file(stems.get(module)!, [...ctx.lookup.typesIn(module)].sort(bySource).flatMap((type) => [...typePlans(type, ctx), ...rootParts(type, ctx)])),
      ...file(stems.get(`${module} codec`)!, declarations.get(module)!.filter(({ name }) => needed.has(name))),
    ]),
  ];
}

/** In the order of the spec's source. */
const bySource = (a: TypeDef, b: TypeDef): number => a.source.line - b.source.line || a.source.column - b.source.column || (a.id < b.id ? -1 : 1);

function rootParts(type: TypeDef, ctx: Context): Part[] {
  const root = ctx.lookup.root(type.id);
  return root ? [{ template: "root", ...rootPlan(root, ctx) }] : [];
}

function identity({ spec }: CodecModel): Part {
  return { template: "identity", ...{ name: JSON.stringify(spec.name), version: JSON.stringify(spec.version), hash: JSON.stringify(spec.hash) } };
}

const packageDoc = ({ spec }: CodecModel): string[] => [
  `// Package ${packageName(spec.name)} holds the messages of the spec ${JSON.stringify(spec.name)} and their codecs. A message is encoded with MarshalBinary or`,
  "// AppendBinary, and decoded with UnmarshalBinary or the function named Decode and the message. What an encoder writes is",
  "// the only thing that a decoder takes for that value.",
];
