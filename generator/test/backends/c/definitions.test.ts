/** Which C types are complete where others need them. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { markRecursionHeads } from "../../../src/read/recursion.js";
import { compact, int, layout, map, ref, spec, struct, text } from "../../check/ir.js";
import { complaints, scratchFolder, sourcesIn, SDK, writeCodecs } from "./tools.js";

it("compiles types that contain themselves through a map, and fields named like C's integers in C++", () => {
  const folder = scratchFolder();
  try {
    const tree = struct("Tree", { children: map(text(), ref("Tree")) }, compact);
    const integers = struct("Integers", { uint8_t: int("u8"), size_t: int("u8"), last: int("u8") }, layout);
    const types = [integers, tree];
    markRecursionHeads(new Map(types.map((type) => [type.id, type])));
    writeCodecs(spec(...types), folder);
    const headers = sourcesIn(join(folder, "include"), ".h");
    const program = join(folder, "all.cpp");
    writeFileSync(program, headers.map((header) => `#include "${header}"`).join("\n"));
    expect(complaints("c++", ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", `-I${join(SDK, "include")}`, `-I${join(folder, "include")}`, program])).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
