/** What worker threads make, and what becomes of their failures. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meshwright-crew-"));
  mkdirSync(join(folder, "spec"));
  writeFileSync(join(folder, "spec/meshwright.json"), JSON.stringify({ name: "crew", version: "1.0.0" }));
  writeFileSync(join(folder, "spec/ping.ts"), 'import type { Layout, u32 } from "meshwright/lang";\nexport interface Ping extends Layout {\n  id: u32;\n}\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const generate = (...options: string[]) => spawnSync(process.execPath, [CLI, "generate", join(folder, "spec"), "--out", join(folder, "out"), ...options], { encoding: "utf8" });

it("is told in the order of the languages, however they finish", () => {
  const { stdout, status } = generate();
  expect(status).toBe(0);
  expect(stdout.split("\n").map((line) => line.split(" ")[0])).toEqual(["read", "rust", "typescript", "python", "go", "c", "catalogue", "done", ""]);
});

it("ends the run with the first language's failure, when all have ended", () => {
  mkdirSync(join(folder, "out/go"), { recursive: true });
  writeFileSync(join(folder, "out/go/go.mod"), "module mine\n");
  const { stdout, stderr, status } = generate("-l", "go", "-l", "rust");
  expect(status).toBe(1);
  expect(stderr).toContain("go.mod was not made by meshwright");
  expect(stdout).toContain("rust ");
  expect(stdout).not.toContain("done");
});
