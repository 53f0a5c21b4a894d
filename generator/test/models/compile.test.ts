/** Models of schemas from elsewhere compile in each language of which the tools are here. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../src/backends/backend.js";
import { modelFiles } from "../../src/models/models.js";
import { readSchemas } from "../../src/models/schemas.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const schemas = [...readdirSync(join(here, "schemas")).map((file) => join(here, "schemas", file)), join(root, "docs/generated/schemas/tool.ToolEvent.schema.json")];

const python = join(root, ".venv/bin/python");
/** Of Debian's libcjson-dev, and where others put it. */
const cjson = ["/usr/include/cjson", "/usr/local/include/cjson"].find((folder) => existsSync(join(folder, "cJSON.h")));
const works = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

const tools: Record<Language, { here: boolean; missing: string }> = {
  typescript: { here: true, missing: "" },
  rust: { here: works("cargo", "--version"), missing: "cargo" },
  python: { here: existsSync(python), missing: "sdks/python/build.sh has not run" },
  go: { here: works("go", "version"), missing: "go" },
  c: { here: cjson !== undefined && works("cc", "--version"), missing: "cc, or the headers of cJSON (Debian: libcjson-dev)" },
};
for (const [language, tool] of Object.entries(tools)) if (!tool.here) console.warn(`skipped: models in ${language} (missing: ${tool.missing})`);

const folder = mkdtempSync(join(tmpdir(), "meshwright-models-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command says, if it fails. */
function complaint(cwd: string, command: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, ...env } });
  return status === 0 ? "" : `${error?.message ?? ""}${stdout}${stderr}`;
}

describe.each(Object.keys(tools) as Language[])("in %s", (language) => {
  const place = join(folder, language);
  let paths: string[] = [];

  beforeAll(async () => {
    const files = await modelFiles(readSchemas(schemas), language);
    for (const { path, content } of files) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), content);
    }
    paths = files.map(({ path }) => path);
  }, 60_000);

  it.skipIf(!tools[language].here)("compile", { timeout: 240_000 }, () => {
    expect(paths.length).toBeGreaterThanOrEqual(schemas.length);
    expect(CHECKS[language](place, paths)).toBe("");
  });
});

const CHECKS: Record<Language, (place: string, paths: string[]) => string> = {
  typescript: (place, paths) => complaint(place, process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--target", "es2022", ...paths]),
  rust: (place, paths) => {
    const modules = paths.map((path) => `#[path = "../${path}"]\npub mod ${path.replace(/\.rs$/, "")};\n`);
    mkdirSync(join(place, "src"));
    writeFileSync(join(place, "src/lib.rs"), modules.join(""));
    // The versions that the workspace has, so that they are downloaded once.
    writeFileSync(join(place, "Cargo.toml"), '[package]\nname = "models"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nserde = { version = "=1.0.229", features = ["derive"] }\nserde_json = "=1.0.154"\n[workspace]\n');
    return complaint(place, "cargo", ["check", "--quiet"], { CARGO_TARGET_DIR: join(root, ".cache/models-target"), RUSTFLAGS: "-D warnings" });
  },
  python: (place, paths) => complaint(place, python, ["-m", "compileall", "-q", "."]) + complaint(place, python, ["-m", "mypy", "--no-error-summary", "--cache-dir", join(place, ".mypy_cache"), ...paths]),
  go: (place) => {
    writeFileSync(join(place, "go.mod"), "module example.com/models\n\ngo 1.24\n");
    return complaint(place, "go", ["vet", "./..."]);
  },
  c: (place, paths) =>
    paths
      .filter((path) => path.endsWith(".c"))
      .map((path) => complaint(place, "cc", ["-std=gnu11", "-fsyntax-only", "-Werror=implicit-function-declaration", "-Werror=incompatible-pointer-types", "-Werror=int-conversion", `-I${join(here, "c")}`, `-I${cjson}`, path]))
      .join(""),
};
