/**
 * Each spec below conformance/specs taken through everything that another person's spec would be: packages with peers in a folder outside
 * the project, built there without a warning, judged by each language's own tools, and put through the same runner.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLine, meshwright, runner } from "../prepare/prepare.mjs";
import { at } from "../run/paths.mjs";
import { judges, strictly } from "./judges.mjs";

const specs = at("conformance", "specs");
/** Folder names of `meshwright generate --out`. */
const packages = Object.keys(judges);

/** Compiling Python's accelerator of 4,000 names takes a minute and shows nothing that that of `words` does not. */
const lighter = { torture: { MESHWRIGHT_PURE: "1" } };

export async function checkSpecs(steps) {
  for (const name of readdirSync(specs).sort()) if (existsSync(join(specs, name, "meshwright.json"))) await checkSpec(steps, name);
}

async function checkSpec(steps, name) {
  const spec = join(specs, name);
  const folder = mkdtempSync(join(tmpdir(), `meshwright-${name}-`));
  const clients = join(folder, "clients");
  const vectors = join(folder, "vectors");
  const made = `${name}: packages and vectors`;
  const building = (language) => `${name}: build ${language}`;
  const build = (language) => async (log) => {
    await log.run(join(clients, language, "build.sh"), [], { env: { ...strictly, ...lighter[name] } });
    await judges[language](log, join(clients, language));
  };
  try {
    await steps.run(
      made,
      async (log) => {
        await log.run(process.execPath, [meshwright, "generate", spec, "--out", clients, "--peers"]);
        await log.run(process.execPath, [meshwright, "vectors", spec, "--out", vectors]);
        return lastLine(log);
      },
      { needs: ["generator"] },
    );
    await steps.runAll(packages.map((language) => [building(language), build(language), { needs: [made] }]));
    await steps.run(
      `${name}: conformance`,
      async (log) => {
        await log.run(process.execPath, [runner, "--vectors", vectors, "--peers", clients, "--report", at("conformance", "report", name)]);
        return lastLine(log);
      },
      { needs: [made, "conformance runner"] },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
