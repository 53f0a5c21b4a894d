/**
 * Each spec below conformance/specs taken through everything that another person's spec would be: packages with peers in a folder outside
 * the project, built there without a warning, judged by each language's own tools, and put through the same runner.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lastLine, meshwright, runner } from "../prepare/prepare.mjs";
import { at } from "../run/paths.mjs";
import { judges, strictly } from "./judges.mjs";

const specs = at("conformance", "specs");
/** Folder names of `meshwright generate --out`. */
const packages = Object.keys(judges);

/** Compiling Python's accelerator of 4,000 names takes a minute and shows nothing that that of `words` does not. */
const lighter = { torture: { MESHWRIGHT_PURE: "1" } };

/** `scratch` is a folder outside the project, the caller's to remove. */
export function specSteps(scratch) {
  return readdirSync(specs)
    .sort()
    .filter((name) => existsSync(join(specs, name, "meshwright.json")))
    .flatMap((name) => stepsOf(name, join(scratch, name)));
}

function stepsOf(name, folder) {
  const spec = join(specs, name);
  const clients = join(folder, "clients");
  const vectors = join(folder, "vectors");
  const made = `${name}: packages`;
  const derived = `${name}: vectors`;
  const building = (language) => `${name}: build ${language}`;
  const build = (language) => async (log) => {
    await log.run(join(clients, language, "build.sh"), [], { env: { ...strictly, ...lighter[name] } });
    await judges[language](log, join(clients, language));
  };
  const conformance = async (log) => {
    await log.run(process.execPath, [runner, "--vectors", vectors, "--peers", clients, "--report", at("conformance", "report", name)]);
    return lastLine(log);
  };
  return [
    [made, (log) => log.run(process.execPath, [meshwright, "generate", spec, "--out", clients, "--peers"]), { needs: ["generator"] }],
    ...packages.map((language) => [building(language), build(language), { needs: [made] }]),
    [derived, async (log) => (await log.run(process.execPath, [meshwright, "vectors", spec, "--out", vectors]), lastLine(log)), { needs: ["generator"] }],
    // A language that could not be built is missing there, and that is a failure of its own.
    [`${name}: conformance`, conformance, { needs: [made, derived, "conformance runner"], after: packages.map(building) }],
  ];
}
