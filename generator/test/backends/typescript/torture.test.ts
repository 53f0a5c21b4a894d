/** A spec of awkward names: keywords, names of the language, of the runtime and of the generated code, clashes, rings of modules. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GeneratedFile } from "../../../src/backends/backend.js";
import { typescript } from "../../../src/backends/typescript/index.js";
import { lower } from "../../../src/codec/lower.js";
import type { Spec } from "../../../src/ir/model.js";
import { readSpec } from "../../../src/read/read.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { failedVectors, scratchFolder, typeErrors, unformatted, writePackage } from "./tools.js";

let spec: Spec;
let folder: string;
let files: GeneratedFile[];

beforeAll(() => {
  const read = readSpec(fileURLToPath(new URL("torture", import.meta.url)));
  expect(read.diagnostics).toEqual([]);
  spec = read.spec!;
  folder = scratchFolder();
  files = writePackage(spec, join(folder, spec.name));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a spec of awkward names", () => {
  it("gives the same files twice, all with the hash", () => {
    const model = lower(spec);
    const again = lower(structuredClone(spec));
    for (const make of [typescript.codecs, typescript.peer]) expect(make(model)).toEqual(make(again));
    for (const { content } of [...typescript.codecs(model), ...typescript.peer(model)]) expect(content).toContain(spec.hash);
  });

  it("is formatted", async () => {
    expect(await unformatted(files)).toEqual([]);
  });

  it("compiles, and leaves nothing unused", () => {
    expect(typeErrors(folder, new Map([[spec.name, files]]))).toEqual([]);
  }, 60_000);

  it("does what the oracle says", () => {
    expect(failedVectors(join(folder, spec.name), vectorsOf(spec)).slice(0, 5)).toEqual([]);
  }, 60_000);
});
