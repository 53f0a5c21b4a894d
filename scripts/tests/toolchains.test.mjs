import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "vitest";
import { checkToolchains } from "../prepare/toolchains.mjs";

const path = process.env.PATH;
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "toolchains-"));
  process.env.PATH = folder;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

function fake(name, says) {
  writeFileSync(join(folder, name), `#!/bin/sh\necho '${says}'\n`);
  chmodSync(join(folder, name), 0o755);
}

test("names all that is missing or too old at once, each with how to get it", () => {
  fake("rustc", "rustc 1.70.0 (abc 2023-06-01)");
  fake("cargo", "cargo 1.88.0");
  fake("python3", "Python 3.12.1");
  fake("clang", "19");
  assert.throws(checkToolchains, ({ message }) => {
    assert.match(message, /^3 toolchains are missing/);
    assert.match(message, /rustc is 1\.70\.0, and must be 1\.88 or newer\n +get it: .*rustup update/);
    assert.match(message, /Go 1\.24 or newer is not there\n +get it: https:\/\/go\.dev/);
    assert.match(message, /CMake/);
    assert.doesNotMatch(message, /Python|C compiler|cargo/);
    return true;
  });
});

test("says which versions it found", () => {
  for (const [name, says] of Object.entries({ rustc: "rustc 1.88.0", cargo: "cargo 2.0.1", go: "go version go1.24 linux/amd64", python3: "Python 3.10.0", gcc: "14", cmake: "cmake version 3.25.1" })) fake(name, says);
  assert.match(checkToolchains(), /rustc 1\.88\.0, cargo 2\.0\.1, Go 1\.24, Python 3\.10\.0, CMake 3\.25\.1$/);
});
