/** What the back end prints is formatted, compiles, and encodes what it decodes. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { go } from "../../../src/backends/go/index.js";
import { lower } from "../../../src/codec/lower.js";
import type { Spec } from "../../../src/ir/model.js";
import { readSpec } from "../../../src/read/read.js";
import { awkward } from "./spec.js";

const hasGo = spawnSync("go", ["version"]).status === 0;

function words(): Spec {
  const result = readSpec(fileURLToPath(new URL("../../../../conformance/specs/words", import.meta.url)));
  if (!result.spec) throw new Error("the words spec cannot be read");
  return result.spec;
}

describe.skipIf(!hasGo).each([
  ["awkward names", awkward],
  ["every word of the language", words],
])("a package for %s", (_, spec) => {
  let folder: string;
  const run = (command: string, ...args: string[]): string => {
    const { stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
    return error ? error.message : stdout + stderr;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "meshwright-go-"));
    for (const { path, content } of go.packaged(lower(spec()), { peers: true })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is formatted as gofmt does", () => expect(run("gofmt", "-l", ".")).toBe(""));

  it("compiles, and vet finds nothing", () => expect(run("go", "vet", "./...")).toBe(""), 120_000);

  it("answers as a peer", () => {
    const built = run("go", "build", "-o", "peer/build/peer", "./peer");
    expect(built).toBe("");
    const { stdout } = spawnSync(join(folder, "peer/build/peer"), { input: '{"id":1,"op":"hello"}\n', encoding: "utf8" });
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, ok: { language: "go", spec: spec().hash } });
  }, 120_000);
});

it("prints the same twice", () => {
  expect(go.codecs(lower(awkward()))).toEqual(go.codecs(lower(awkward())));
});
