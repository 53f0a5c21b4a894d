/**
 * Two generations of a spec, old and new: packages with peers of both are built outside the project, and each language of the one
 * reads what each of the other wrote. docs/evolution.md must show what became of every change.
 */
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { lastLine, meshwright, runner } from "../prepare/prepare.mjs";
import { at } from "../run/paths.mjs";
import { quickly } from "./judges.mjs";

const generations = ["old", "new"];
const spec = (generation) => at("conformance", "specs", "evolution", generation);
const page = at("docs", "evolution.md");

/** Folders of `meshwright generate --out`, and what the second build of each takes over from the first. */
const packages = { rust: ["target"], typescript: ["node_modules"], python: [], go: [], c: [] };

/** `scratch` is a folder outside the project, the caller's to remove. `update` writes the page instead of comparing. */
export function evolutionSteps(scratch, { update = false } = {}) {
  const folder = join(scratch, "evolution");
  const clients = (generation) => join(folder, generation);
  const exchanges = join(folder, "exchanges.json");
  const made = "evolution: packages and exchanges";
  const building = (name) => `evolution: build ${name}`;
  const make = async (log) => {
    for (const generation of generations) await log.run(process.execPath, [meshwright, "generate", spec(generation), "--out", clients(generation), "--peers"]);
    await log.run(process.execPath, [meshwright, "exchanges", ...generations.map(spec), "--written", at("conformance", "evolution"), "--out", exchanges]);
    return lastLine(log);
  };
  const exchange = async (log) => {
    const sides = generations.flatMap((generation) => [`--${generation}`, clients(generation)]);
    await log.run(process.execPath, [runner, "exchange", exchanges, ...sides, "--page", page, ...(update ? ["--update"] : [])]);
    return lastLine(log);
  };
  const names = Object.keys(packages);
  return [
    [made, make, { needs: ["generator"] }],
    ...names.map((name) => [building(name), (log) => buildBoth(log, name, clients), { needs: [made] }]),
    ["evolution: exchanges", exchange, { needs: [made, "conformance runner"], after: names.map(building) }],
  ];
}

async function buildBoth(log, name, clients) {
  const [first, second] = generations.map((generation) => join(clients(generation), name));
  await log.run(join(first, "build.sh"), [], { env: quickly });
  for (const shared of packages[name]) if (existsSync(join(first, shared))) cpSync(join(first, shared), join(second, shared), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  await log.run(join(second, "build.sh"), [], { env: quickly });
}
