/** The spec that uses every word once: its random values come back, damaged ones are refused, and its headers are C++ as well. */
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSpec } from "../../../src/read/read.js";
import { cc, compile, complaints, formatter, scratchFolder, SDK, sourcesIn, writeCodecs } from "./tools.js";

const words = fileURLToPath(new URL("../../../../conformance/specs/words", import.meta.url));
const folder = scratchFolder();
const generated = join(folder, "generated");
const includes = [join(SDK, "include"), join(generated, "include")];

beforeAll(() => {
  const { spec } = readSpec(words);
  writeCodecs(spec!, generated);
  // The style of generated code leans on the one around it.
  copyFileSync(join(SDK, ".clang-format"), join(folder, ".clang-format"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!cc)("every word", () => {
  it("there and back, under sanitizers", () => {
    const program = join(folder, "properties");
    const tests = ["test_properties.c", "round_trip.c", "sampler.c"].map((name) => join(SDK, "tests", name));
    expect(compile([...tests, ...sourcesIn(generated)], [...includes, join(SDK, "src"), join(SDK, "tests"), join(generated, "src")], program)).toBe("");
    expect(complaints(program, [])).toBe("");
  }, 120_000);

  it("headers as C++", () => {
    const headers = sourcesIn(join(generated, "include"), ".h").map((header) => `#include <${relative(join(generated, "include"), header)}>`);
    const program = join(folder, "headers.cpp");
    writeFileSync(program, headers.join("\n"));
    expect(complaints("c++", ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", ...includes.map((path) => `-I${path}`), program])).toBe("");
  });

  it.skipIf(!formatter)("formatted", () => {
    expect(complaints(formatter!, ["--dry-run", "--Werror", ...sourcesIn(generated), ...sourcesIn(generated, ".h")])).toBe("");
  });
});
