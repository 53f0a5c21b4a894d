/** What a careful user would ask of the packages made from the weather spec: that they can be published, and that their READMEs and types are right. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "../run/paths.mjs";
import { codeBlocks } from "./readme.mjs";

/** By folder of `--out`. `demo` holds `clients/` and what the page installed; `env` is what its commands ran with. */
export const packageChecks = {
  /** The README's example is a documentation test. */
  async rust(log, { demo, env }) {
    const cwd = join(demo, "clients", "rust");
    await log.run("cargo", ["package", "--quiet"], { cwd, env });
    await log.run("cargo", ["test", "--quiet", "--doc"], { cwd, env });
  },

  async typescript(log, { demo }) {
    const cwd = join(demo, "typescript");
    writeFileSync(join(cwd, "checked.ts"), example(demo, "typescript", "ts"));
    const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--module", "nodenext", "--target", "es2022", "--lib", "es2023", "--types", "node"];
    await log.run(join(cwd, "node_modules", ".bin", "tsc"), [...options, "main.ts", "checked.ts"], { cwd });
  },

  async python(log, { demo }) {
    const python = join(demo, "python", "bin", "python");
    const checked = join(demo, "checked.py");
    writeFileSync(checked, example(demo, "python", "python"));
    await log.run(at(".venv", "bin", "mypy"), ["--strict", "--python-executable", python, "--cache-dir", join(demo, "mypy"), at("examples", "weather", "python", "main.py"), checked]);
  },

  async go(log, { demo, env }) {
    const cwd = join(demo, "go");
    const folder = join(cwd, "checked");
    mkdirSync(folder);
    writeFileSync(join(folder, "checked.go"), `package checked\n\n${example(demo, "go", "go")}`);
    await log.run("go", ["vet", "./...", "example.com/weather/..."], { cwd, env });
  },

  /** Its headers are read as C++ as well. */
  async c(log, { demo, env }) {
    const checked = join(demo, "checked.c");
    writeFileSync(checked, example(demo, "c", "c"));
    const flags = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", `-I${join(env.PREFIX, "include")}`];
    await log.run("cc", ["-std=c11", ...flags, checked]);
    await log.run("c++", ["-x", "c++", "-std=c++17", ...flags, checked]);
  },
};

/** The example of the package's README. */
function example(demo, folder, language) {
  const readme = readFileSync(join(demo, "clients", folder, "README.md"), "utf8");
  return `${codeBlocks(readme).find((block) => block.language === language).code}\n`;
}
