/** `npm run evolution`: exchanges messages between the two generations of a spec, and has docs/evolution.md show what happened. */
import { evolutionSteps } from "./checks/evolution.mjs";
import { generatorStep, packagesStep, runnerStep, toolchainsStep } from "./prepare/prepare.mjs";
import { withScratch } from "./run/scratch.mjs";
import { Steps } from "./run/steps.mjs";

const steps = new Steps();
await withScratch((scratch) => steps.runAll([toolchainsStep, packagesStep, generatorStep, runnerStep, ...evolutionSteps(scratch, { update: true })]));
console.log(`\n${steps.summary()}`);
process.exit(steps.allPassed ? 0 : 1);
