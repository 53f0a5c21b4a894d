import { specSteps } from "./checks/specs.mjs";
import { withScratch } from "./run/scratch.mjs";
import { Steps } from "./run/steps.mjs";
const steps = new Steps();
await withScratch((scratch) => steps.runAll(specSteps(scratch).filter(([name]) => name.startsWith("torture")).map(([n, w, { needs = [], after } = {}]) => [n, w, { needs: needs.filter((x) => x.startsWith("torture")), after }])));
console.log(steps.summary());
