/** `npm start`: from a fresh clone to a report that shows that five languages agree. */
import { spawnSync } from "node:child_process";
import { prepare, runner } from "./prepare/prepare.mjs";
import { Steps } from "./run/steps.mjs";
import { bold, duration, red } from "./run/terminal.mjs";

console.log(bold("Meshwright: generate, build, and let five languages read each other"));
const steps = new Steps();
if (!(await prepare(steps))) {
  console.error(red("\nnpm start stopped there; mend that and run it again."));
  process.exit(1);
}
console.log(`\n${bold("Conformance")}`);
const { status } = spawnSync(process.execPath, [runner], { stdio: "inherit" });
console.log(`in all ${duration(steps.elapsed)}`);
process.exit(status ?? 1);
