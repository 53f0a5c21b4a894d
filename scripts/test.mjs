/** `npm test`: sets everything up as `npm start` does, then runs every test there is. Goes on after a failure as far as it makes sense. */
import { checkEvolution } from "./checks/evolution.mjs";
import { checkGenerated, checkVectors } from "./checks/generated.mjs";
import { checkReadme } from "./checks/readme.mjs";
import { checkSpecs } from "./checks/specs.mjs";
import { checkWeather } from "./checks/weather.mjs";
import { buildSteps, generatorStep, inspectorStep, lastLine, mutationStep, packagesStep, runner, runnerStep, toolchainsStep } from "./prepare/prepare.mjs";
import { at, languages } from "./run/paths.mjs";
import { Steps } from "./run/steps.mjs";
import { bold } from "./run/terminal.mjs";

console.log(bold("Meshwright: every test"));
const steps = new Steps();

for (const step of [toolchainsStep, packagesStep, generatorStep]) await steps.run(...step);
await steps.run("generated code is what the spec makes", checkGenerated, { needs: ["generator"] });
await steps.run("vectors are what the spec makes", checkVectors, { needs: ["generator"] });
await steps.runAll([runnerStep, ...buildSteps]);
await steps.run(...inspectorStep);
await steps.run("script tests", (log) => vitest(log, "scripts"), { needs: ["npm packages"] });
await steps.run("generator tests", (log) => vitest(log, "generator"), { needs: ["generator"] });
await steps.run("runner tests", (log) => vitest(log, "conformance", "runner"), { needs: ["conformance runner"] });
await steps.run("inspector tests", (log) => vitest(log, "conformance", "inspector"), { needs: ["inspector"] });
await steps.run(...mutationStep);
await steps.run("mutation check's tests", (log) => vitest(log, "conformance", "mutation"), { needs: ["mutation check"] });
await steps.run("README", checkReadme, { needs: ["generator"] });
// The longest first, so that no core is idle at the end.
const longestFirst = languages.toSorted((a, b) => Number(b === "python") - Number(a === "python"));
await steps.runAll(longestFirst.map((language) => [`check ${language}`, (log) => log.run(at("sdks", language, "check.sh")), { needs: ["npm packages"] }]));
await steps.run("conformance", conformance, { needs: ["conformance runner"] });
await checkSpecs(steps);
await steps.run("a sample of mutants", mutants, { needs: ["mutation check"] });
await checkWeather(steps);
await checkEvolution(steps);

console.log(`\n${steps.summary()}`);
const passed = steps.results.filter(({ outcome }) => outcome === "passed").length;
console.log(`${passed} passed, ${steps.results.length - passed} failed`);
process.exit(steps.allPassed ? 0 : 1);

async function vitest(log, ...folder) {
  await log.run(process.execPath, [at("node_modules", "vitest", "vitest.mjs"), "run", "--reporter=default"], { cwd: at(...folder), env: { NO_COLOR: "1" } });
  return /Tests\s+(.*)/.exec(log.text)?.[1] ?? "";
}

/** The whole check is `npm run mutation`; some mutants in every language show that it works. */
async function mutants(log) {
  await log.run(process.execPath, [at("conformance", "mutation", "dist", "cli", "main.js"), "--spec", "words", "--kind", "model", "--sample", "8"]);
  return `${log.text.match(/\d+ killed/g).reduce((sum, text) => sum + Number.parseInt(text, 10), 0)} killed`;
}

/** Its own line goes into the summary; so does what became of the cases from outside. */
async function conformance(log) {
  await log.run(process.execPath, [runner]);
  const fixtures = /fixtures from outside: .*/.exec(log.text)?.[0] ?? "";
  return `${lastLine(log)}; ${fixtures}`;
}
