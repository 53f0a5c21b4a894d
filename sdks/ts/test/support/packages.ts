/** Messages and their neutral JSON: of the SDK itself, and of a package generated for another spec. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Codec } from "@meshwright/sdk";
import ts from "typescript";
import type { Message } from "../../../../conformance/peers/ts/src/neutral/index.js";
import { typescript } from "../../../../generator/src/backends/typescript/index.js";
import { Names } from "../../../../generator/src/backends/typescript/names.js";
import type { CodecModel } from "../../../../generator/src/codec/model.js";
import type { TypeId } from "../../../../generator/src/ir/model.js";

export interface Package {
  codecs: ReadonlyMap<TypeId, Codec<unknown>>;
  /** What its peer encodes and decodes. */
  dispatch: ReadonlyMap<TypeId, Message>;
}

export async function ownPackage(model: CodecModel): Promise<Package> {
  const sdk = await import("@meshwright/sdk");
  const { messages } = await import("../../../../conformance/peers/ts/src/generated/dispatch.js");
  return { codecs: codecsOf(model, sdk), dispatch: messages };
}

/** Generates a package, peer and all, into a folder of its own, and loads it. */
export async function generatedPackage(model: CodecModel): Promise<Package> {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-"));
  for (const { path, content } of typescript.packaged(model, { peers: true })) {
    const target = join(folder, path.replace(/(^|\/)src\//, "$1dist/").replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, path.endsWith(".ts") ? compiled(content) : content);
  }
  const load = (path: string): Promise<Record<string, unknown>> =>
    import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href) as Promise<Record<string, unknown>>;
  const { messages } = await load("peer/dist/generated/dispatch.js");
  return { codecs: codecsOf(model, await load("dist/index.js")), dispatch: messages as Package["dispatch"] };
}

function compiled(source: string): string {
  const { ESNext } = ts.ModuleKind;
  return ts.transpileModule(source, {
    compilerOptions: { module: ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  }).outputText;
}

function codecsOf(model: CodecModel, exports: Readonly<Record<string, unknown>>): ReadonlyMap<TypeId, Codec<unknown>> {
  const names = new Names(model);
  return new Map(model.roots.map(({ type }) => [type, exports[names.exported(type)] as Codec<unknown>]));
}
