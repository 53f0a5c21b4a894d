/**
 * Two generations of a spec, old and new: packages with peers of both are built outside the project, and each language of the one
 * reads what each of the other wrote. docs/evolution.md must show what became of every change.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLine, meshwright, runner } from "../prepare/prepare.mjs";
import { at } from "../run/paths.mjs";

const generations = ["old", "new"];
const spec = (generation) => at("conformance", "specs", "evolution", generation);
const page = at("docs", "evolution.md");

/** Folders of `meshwright generate --out`, and what the second build of each takes over from the first. */
const packages = { rust: ["target"], typescript: ["node_modules"], python: [], go: [], c: [] };

export async function checkEvolution(steps, { update = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-evolution-"));
  const clients = (generation) => join(folder, generation);
  const exchanges = join(folder, "exchanges.json");
  try {
    await steps.run(
      "evolution: packages and exchanges",
      async (log) => {
        for (const generation of generations) await log.run(process.execPath, [meshwright, "generate", spec(generation), "--out", clients(generation), "--peers"]);
        await log.run(process.execPath, [meshwright, "exchanges", ...generations.map(spec), "--written", at("conformance", "evolution"), "--out", exchanges]);
        return lastLine(log);
      },
      { needs: ["generator"] },
    );
    await steps.runAll(Object.keys(packages).map((name) => [`evolution: build ${name}`, (log) => buildBoth(log, name, clients), { needs: ["evolution: packages and exchanges"] }]));
    await steps.run(
      "evolution: exchanges",
      async (log) => {
        const sides = generations.flatMap((generation) => [`--${generation}`, clients(generation)]);
        await log.run(process.execPath, [runner, "exchange", exchanges, ...sides, "--page", page, ...(update ? ["--update"] : [])]);
        return lastLine(log);
      },
      { needs: ["evolution: packages and exchanges", "conformance runner"] },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildBoth(log, name, clients) {
  const [first, second] = generations.map((generation) => join(clients(generation), name));
  await log.run(join(first, "build.sh"));
  for (const shared of packages[name]) if (existsSync(join(first, shared))) cpSync(join(first, shared), join(second, shared), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  await log.run(join(second, "build.sh"));
}
