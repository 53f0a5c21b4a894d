/** `npm run conformance -- …`: passes its arguments to the runner; sets the project up first if that has not been done. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { isInstalled } from "./prepare/install.mjs";
import { buildRunner, prepare, prepared, runner } from "./prepare/prepare.mjs";
import { Steps } from "./run/steps.mjs";
import { Log } from "./run/command.mjs";

const steps = new Steps();
if (!existsSync(prepared) || !isInstalled()) {
  console.log("setting up first:");
  if (!(await prepare(steps))) process.exit(2);
} else {
  const log = new Log("conformance runner");
  await buildRunner(log).catch((error) => {
    console.error(`${error.message}\n${log.tail}`);
    process.exit(2);
  });
}
const { status } = spawnSync(process.execPath, [runner, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 2);
