/** `npm test`: sets everything up as `npm start` does, then runs every test there is. Goes on after a failure as far as it makes sense. */
import { evolutionSteps } from "./checks/evolution.mjs";
import { checkGenerated, checkVectors } from "./checks/generated.mjs";
import { checkReadme } from "./checks/readme.mjs";
import { otherSpecSteps, withWords, wordsSteps } from "./checks/specs.mjs";
import { weatherSteps } from "./checks/weather.mjs";
import { buildName, buildSteps, generatorStep, inspectorStep, lastLine, mutationStep, packagesStep, runner, runnerStep, toolchainsStep } from "./prepare/prepare.mjs";
import { at, languages } from "./run/paths.mjs";
import { withScratch } from "./run/scratch.mjs";
import { Steps } from "./run/steps.mjs";
import { bold } from "./run/terminal.mjs";

// Rust that only tests use is built whole and once, and nobody debugs it: as one unit a crate takes a tenth less time, and worlds run a tenth sooner.
Object.assign(process.env, { CARGO_PROFILE_DEV_INCREMENTAL: "false", CARGO_PROFILE_DEV_DEBUG: "0", CARGO_PROFILE_DEV_CODEGEN_UNITS: "1" });

console.log(bold("Meshwright: every test"));
const steps = new Steps();
const generated = "generated code is what the spec makes";
const builds = languages.map(buildName);

await steps.runAll([toolchainsStep, packagesStep, generatorStep, [generated, checkGenerated, { needs: ["generator"] }], runnerStep]);
await withScratch((scratch) => {
  const words = withWords(scratch);
  const checked = (language, { needs = [], env = {} } = {}) => [`check ${language}`, (log) => log.run(at("sdks", language, "check.sh"), [], { env }), { needs: ["npm packages", ...needs], after: [buildName(language)] }];
  // In the order in which they are begun: what others wait for, then what takes long, so that no core is idle at the end.
  return steps.runAll([
    ...buildSteps,
    checked("rust"),
    ...wordsSteps(scratch),
    ["simulated worlds", simulation, { needs: ["check rust"] }],
    checked("c"),
    // They borrow what the build of Python and the check of C install.
    ["generator tests", (log) => vitest(log, words.env, "generator"), { needs: ["generator", ...words.needs], after: [buildName("python"), "check c"] }],
    checked("python"),
    checked("ts", words),
    checked("go"),
    ...otherSpecSteps(scratch),
    ...evolutionSteps(scratch),
    ...weatherSteps(scratch),
    ["vectors are what the spec makes", checkVectors, { needs: ["generator"] }],
    inspectorStep,
    mutationStep,
    ["conformance", conformance, { needs: ["conformance runner"], after: builds }],
    ["a sample of mutants", (log) => mutants(log, words.env), { needs: ["mutation check", ...words.needs], after: builds }],
    ["inspector tests", (log) => vitest(log, words.env, "conformance", "inspector"), { needs: ["inspector", ...words.needs] }],
    ["runner tests", (log) => vitest(log, {}, "conformance", "runner"), { needs: ["conformance runner"] }],
    ["mutation check's tests", (log) => vitest(log, {}, "conformance", "mutation"), { needs: ["mutation check"] }],
    ["README", checkReadme, { needs: ["generator"] }],
    ["script tests", (log) => vitest(log, {}, "scripts"), { needs: ["npm packages"] }],
  ]);
});

console.log(`\n${steps.summary()}`);
const passed = steps.results.filter(({ outcome }) => outcome === "passed").length;
console.log(`${passed} passed, ${steps.results.length - passed} failed`);
process.exit(steps.allPassed ? 0 : 1);

async function vitest(log, env, ...folder) {
  await log.run(process.execPath, [at("node_modules", "vitest", "vitest.mjs"), "run", "--reporter=default"], { cwd: at(...folder), env: { NO_COLOR: "1", ...env } });
  return /Tests\s+(.*)/.exec(log.text)?.[1] ?? "";
}

/** The whole check is `npm run mutation`; some mutants in every language show that it works. */
async function mutants(log, env) {
  await log.run(process.execPath, [at("conformance", "mutation", "dist", "cli", "main.js"), "--spec", "words", "--kind", "model", "--sample", "4"], { env });
  return `${log.text.match(/\d+ killed/g).reduce((sum, text) => sum + Number.parseInt(text, 10), 0)} killed`;
}

/** 490 small worlds and 10 large ones; `npm run simulate` has more. With the program that Rust's check has built: alone, cargo would choose fewer features, and compile all of it again. */
async function simulation(log) {
  await log.run(at("target", "debug", "meshwright-simulator"));
  return lastLine(log);
}

/** Its own line goes into the summary; so does what became of the cases from outside. */
async function conformance(log) {
  await log.run(process.execPath, [runner]);
  const fixtures = /fixtures from outside: .*/.exec(log.text)?.[0] ?? "";
  return `${lastLine(log)}; ${fixtures}`;
}
