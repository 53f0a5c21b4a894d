/** `npm run evolution`: exchanges messages between the two generations of a spec, and has docs/evolution.md show what happened. */
import { checkEvolution } from "./checks/evolution.mjs";
import { generatorStep, packagesStep, runnerStep, toolchainsStep } from "./prepare/prepare.mjs";
import { Steps } from "./run/steps.mjs";

const steps = new Steps();
for (const step of [toolchainsStep, packagesStep, generatorStep, runnerStep]) await steps.run(...step);
await checkEvolution(steps, { update: true });
console.log(`\n${steps.summary()}`);
process.exit(steps.allPassed ? 0 : 1);
