/**
 * A spec that uses every word of the language once, taken through everything that another person's spec would be: packages
 * with peers in a folder outside the project, built there, and put through the same runner.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLine, meshwright, runner } from "../prepare/prepare.mjs";
import { at } from "../run/paths.mjs";

const spec = at("conformance", "specs", "words");
/** Folder names of `meshwright generate --out`. */
const packages = ["rust", "typescript", "python", "go", "c"];

export async function checkWords(steps) {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-words-"));
  const clients = join(folder, "clients");
  const vectors = join(folder, "vectors");
  try {
    await steps.run(
      "words: packages and vectors",
      async (log) => {
        await log.run(process.execPath, [meshwright, "generate", spec, "--out", clients, "--peers"]);
        await log.run(process.execPath, [meshwright, "vectors", spec, "--out", vectors]);
        return lastLine(log);
      },
      { needs: ["generator"] },
    );
    await steps.runAll(packages.map((name) => [`words: build ${name}`, (log) => log.run(join(clients, name, "build.sh")), { needs: ["words: packages and vectors"] }]));
    await steps.run(
      "words: conformance",
      async (log) => {
        await log.run(process.execPath, [runner, "--vectors", vectors, "--peers", clients, "--report", at("conformance", "report", "words")]);
        return lastLine(log);
      },
      { needs: ["words: packages and vectors", "conformance runner"] },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
