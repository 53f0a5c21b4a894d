/** The example of docs/json-schema.md is what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { schemaFiles } from "../../src/jsonschema/render.js";
import { readSpec } from "../../src/read/read.js";

const page = readFileSync(fileURLToPath(new URL("../../../docs/json-schema.md", import.meta.url)), "utf8");
const block = (language: string): string => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(page)![1]!;

it("becomes the schema that is shown", () => {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-docs-"));
  try {
    writeFileSync(join(folder, "meshwright.json"), block("json"));
    writeFileSync(join(folder, "report.ts"), block("ts"));
    const { spec, diagnostics } = readSpec(folder);
    expect(diagnostics).toEqual([]);
    expect(check(spec!, new Map())).toEqual([]);
    const [file] = schemaFiles(spec!);
    expect(file).toMatchObject({ path: "report.Report.schema.json" });
    expect(file!.content.replace(/[0-9a-f]{32}/, "…")).toBe(block("jsonc"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
