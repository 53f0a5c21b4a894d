/** A spec of awkward names: keywords, names that Rust or the generated code uses, clashes, rings of modules, odd documentation. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rust as backend } from "../../../src/backends/rust/index.js";
import { check } from "../../../src/check/check.js";
import { lower } from "../../../src/codec/lower.js";
import type { Spec } from "../../../src/ir/model.js";
import { readSpec } from "../../../src/read/read.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { cargo, clippy, complaints, failedVectors, rustfmt, scratchFolder, writePackage } from "./tools.js";

let spec: Spec;
let folder: string;

beforeAll(() => {
  const read = readSpec(fileURLToPath(new URL("torture", import.meta.url)));
  expect(read.diagnostics).toEqual([]);
  spec = read.spec!;
  expect(check(spec, new Map([["rust", backend.supports]]))).toEqual([]);
  folder = scratchFolder();
  writePackage(spec, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a spec of awkward names", () => {
  it("gives the same files twice", () => {
    const model = lower(spec);
    const again = lower(structuredClone(spec));
    for (const files of [backend.codecs, backend.peer]) expect(files(model)).toEqual(files(again));
    for (const { content } of [...backend.codecs(model), ...backend.peer(model)]) expect(content).toContain(spec.hash);
  });

  it.skipIf(!rustfmt)("is formatted", () => {
    expect(complaints("cargo", ["fmt", "--all", "--check"], folder)).toBe("");
  });

  it.skipIf(!cargo)("does what the oracle says", () => {
    expect(complaints("cargo", ["build", "--quiet", "--offline", "--workspace"], folder)).toBe("");
    expect(failedVectors(folder, vectorsOf(spec))).toEqual([]);
  }, 180_000);

  it.skipIf(!clippy)("is free of lint, its docs too", () => {
    expect(complaints("cargo", ["clippy", "--quiet", "--offline", "--workspace", "--", "-D", "warnings"], folder)).toBe("");
    expect(complaints("cargo", ["rustdoc", "--quiet", "--offline", "--", "-D", "warnings"], folder)).toBe("");
    expect(complaints("cargo", ["test", "--quiet", "--offline", "--doc"], folder)).toBe("");
  }, 180_000);
});
