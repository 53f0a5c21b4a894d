/** A spec of awkward names: keywords, names that Python or the generated code uses, clashes, rings of modules, odd documentation. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { python as backend } from "../../../src/backends/python/index.js";
import { lower } from "../../../src/codec/lower.js";
import type { Spec } from "../../../src/ir/model.js";
import { readSpec } from "../../../src/read/read.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { accelerate, complaints, failedVectors, mypy, python, ruff, scratchFolder, writePackage } from "./tools.js";

const MODULES = ["class_", "codec_", "wire", "wire.from_"];
let spec: Spec;
let folder: string;

beforeAll(() => {
  const read = readSpec(fileURLToPath(new URL("torture", import.meta.url)));
  expect(read.diagnostics).toEqual([]);
  spec = read.spec!;
  folder = scratchFolder();
  writePackage(spec, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a spec of awkward names", () => {
  it("gives the same files twice", () => {
    const model = lower(spec);
    expect(backend.packaged(model, { peers: true })).toEqual(backend.packaged(lower(structuredClone(spec)), { peers: true }));
    for (const { content } of [...backend.codecs(model), ...backend.peer(model)]) expect(content).toContain(spec.hash);
  });

  it.skipIf(!python).each(MODULES)("%s can be imported first", (module) => {
    expect(complaints(python!, ["-c", `import lambda_.${module}`], folder, { PYTHONPATH: join(folder, "src") })).toBe("");
  });

  it.skipIf(!python)("has annotations that can be read at run time", () => {
    const code = "import typing, lambda_.wire as w; assert typing.get_type_hints(w.Defaults)['id'] and typing.get_type_hints(w.List)['next']";
    expect(complaints(python!, ["-c", code], folder, { PYTHONPATH: join(folder, "src") })).toBe("");
  });

  it.skipIf(!python)("does what the oracle says", () => {
    expect(failedVectors(folder, vectorsOf(spec))).toEqual([]);
  }, 60_000);

  it.skipIf(!python)("does so accelerated, too", () => {
    if (accelerate(folder, "lambda_")) expect(failedVectors(folder, vectorsOf(spec))).toEqual([]);
  }, 60_000);

  it.skipIf(!ruff)("is formatted and free of lint", () => {
    expect(complaints(ruff!, ["format", "--diff", "."], folder)).toBe("");
    expect(complaints(ruff!, ["check", "."], folder)).toBe("");
  });

  it.skipIf(!mypy)("passes the type checker", () => {
    expect(complaints(mypy!, ["--strict", "src"], folder)).toBe("");
  }, 60_000);
});
