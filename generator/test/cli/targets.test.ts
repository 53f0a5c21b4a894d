/** What `generate --out` does to a folder that holds something already. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Backend } from "../../src/backends/backend.js";
import { writeFiles, type Change } from "../../src/cli/output.js";
import { packaged } from "../../src/cli/targets.js";
import type { CodecModel } from "../../src/codec/model.js";

let out: string;
beforeEach(() => (out = mkdtempSync(join(tmpdir(), "meshwright targets "))));
afterEach(() => rmSync(out, { recursive: true }));

/** A run whose back end makes these files, each with its own path as content, or with what is given. */
function run(...files: (string | [path: string, content: string])[]): Change["what"][] {
  const made = files.map((file) => (typeof file === "string" ? { path: file, content: file } : { path: file[0], content: file[1] }));
  const backend = { language: "go", packaged: () => made } as unknown as Backend;
  return packaged(out, backend, {} as CodecModel, false).flatMap(({ folder, files, owned }) => writeFiles(folder, files, { dry: false, owned }).map(({ what }) => what));
}

const there = (path: string): string => join(out, "go", path);

function put(path: string, content: string): void {
  mkdirSync(dirname(there(path)), { recursive: true });
  writeFileSync(there(path), content);
}

it("removes what is no longer made, with the folders that held nothing else", () => {
  run("go.mod", "wire/old/a.go", "wire/old/b.go", "wire/kept.go");
  run("go.mod", "wire/kept.go");
  expect(existsSync(there("wire/old"))).toBe(false);
  expect(readFileSync(there("wire/kept.go"), "utf8")).toBe("wire/kept.go");
});

it("never removes what it did not make, wherever that is", () => {
  run("go.mod", "generated/a.go");
  for (const path of ["own.go", "generated/own.go", "build/generated/a.o"]) put(path, "mine");
  run("go.mod");
  for (const path of ["own.go", "generated/own.go", "build/generated/a.o"]) expect(readFileSync(there(path), "utf8")).toBe("mine");
});

it("refuses to overwrite what it did not make, before it writes anything", () => {
  put("README.md", "mine");
  expect(() => run("go.mod", "README.md")).toThrow(`${there("README.md")} was not made by meshwright`);
  expect(existsSync(there("go.mod"))).toBe(false);
  run("go.mod", ["README.md", "mine"]);
  expect(run("go.mod", ["README.md", "other"])).toEqual(["changed"]);
});

it("puts back what was changed, and writes nothing the second time", () => {
  run("go.mod");
  put("go.mod", "edited");
  expect(run("go.mod")).toEqual(["changed"]);
  expect(run("go.mod")).toEqual([]);
});
