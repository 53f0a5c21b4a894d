/** Which C types are complete where others need them. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { guardOf, names } from "../../../src/backends/c/names.js";
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

it("guards each header by a name of its own", () => {
  const modules = ["messages", "a.b", "a_b", "wire.packet"];
  const { module } = names(spec(...modules.map((module) => ({ ...struct("Message", {}, layout), id: `${module}.Message`, module }))));
  const guards = [...modules.map((name) => guardOf("demo", module(name), "h")), guardOf("demo", "messages", "h")];
  expect(guards).toEqual(["DEMO_MESSAGES__H", "DEMO_A_B_H", "DEMO_A_B__H", "DEMO_WIRE_PACKET_H", "DEMO_MESSAGES_H"]);
});
