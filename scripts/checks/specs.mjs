/**
 * Each spec below conformance/specs taken through everything that another person's spec would be: packages with peers in a folder outside
 * the project, built there without a warning, judged by each language's own tools, and put through the same runner.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildName, lastLine, meshwright, runner } from "../prepare/prepare.mjs";
import { at } from "../run/paths.mjs";
import { judges, quickly, strictly } from "./judges.mjs";

const specs = at("conformance", "specs");
/** Folder names of `meshwright generate --out`. */
const packages = Object.keys(judges);

/** Compiling 4,000 names as for a release takes minutes, and shows nothing that `words` does not; least of all Python's accelerator. */
const settings = { torture: { ...quickly, MESHWRIGHT_PURE: "1" } };

/** The spec that uses every word of the language. Its vectors are what tests of several languages go through. */
const everyWord = "words";

/** Of that spec. `scratch` is a folder outside the project, the caller's to remove. */
export function wordsSteps(scratch) {
  const folder = join(scratch, everyWord);
  const properties = (log) => log.run(at("sdks", "python", "tests", "every_word.sh"), [join(folder, "clients", "python"), join(folder, "vectors")]);
  return [...stepsOf(everyWord, folder), [`${everyWord}: property tests of python`, properties, { needs: [`${everyWord}: build python`, `${everyWord}: vectors`] }]];
}

/** For a step whose tests read the vectors of that spec: what it needs, and the environment that tells them where they are. */
export const withWords = (scratch) => ({ needs: [`${everyWord}: vectors`], env: { MESHWRIGHT_WORDS_VECTORS: join(scratch, everyWord, "vectors") } });

/** Of all others. */
export function otherSpecSteps(scratch) {
  return readdirSync(specs)
    .sort()
    .filter((name) => name !== everyWord && existsSync(join(specs, name, "meshwright.json")))
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
    await log.run(join(clients, language, "build.sh"), [], { env: { PYTHON: at(".venv", "bin", "python"), ...(settings[name] ?? strictly) } });
    await judges[language](log, join(clients, language));
  };
  const conformance = async (log) => {
    await log.run(process.execPath, [runner, "--vectors", vectors, "--peers", clients, "--report", at("conformance", "report", name)]);
    return lastLine(log);
  };
  return [
    [made, (log) => log.run(process.execPath, [meshwright, "generate", spec, "--out", clients, "--peers"]), { needs: ["generator"] }],
    // Python's is built and judged by the tools of this project's own.
    ...packages.map((language) => [building(language), build(language), { needs: [made], after: language === "python" ? [buildName("python")] : [] }]),
    [derived, async (log) => (await log.run(process.execPath, [meshwright, "vectors", spec, "--out", vectors]), lastLine(log)), { needs: ["generator"] }],
    // A language that could not be built is missing there, and that is a failure of its own.
    [`${name}: conformance`, conformance, { needs: [made, derived, "conformance runner"], after: packages.map(building) }],
  ];
}
