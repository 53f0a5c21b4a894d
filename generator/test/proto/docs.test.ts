/** The example of docs/protobuf.md is what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { protoFiles } from "../../src/proto/render.js";
import { readSpec } from "../../src/read/read.js";

const page = readFileSync(fileURLToPath(new URL("../../../docs/protobuf.md", import.meta.url)), "utf8");
const block = (language: string): string => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(page)![1]!;

it("becomes the file that is shown", () => {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-docs-"));
  try {
    writeFileSync(join(folder, "meshwright.json"), '{ "name": "my-spec", "version": "0.1.0" }');
    writeFileSync(join(folder, "jobs.ts"), block("ts"));
    const { spec, diagnostics } = readSpec(folder);
    expect(diagnostics).toEqual([]);
    expect(check(spec!, new Map())).toEqual([]);
    const [file] = protoFiles(spec!);
    expect(file).toMatchObject({ path: "jobs.proto" });
    expect(file!.content.replace(/^(\/\/.*\n)*\n/, "")).toBe(block("proto"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
