/** Is what is committed what the spec makes? */
import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { meshwright } from "../prepare/prepare.mjs";
import { StepFailure } from "../run/command.mjs";
import { root } from "../run/paths.mjs";

/** Generates once more, so that later steps test what the spec says now; any file that changes is named, and a failure. */
export async function checkGenerated(log) {
  try {
    await log.run(process.execPath, [meshwright, "generate", "--check"]);
  } catch (error) {
    await log.run(process.execPath, [meshwright, "generate"]);
    log.write(`\n${error.message}\n`);
    throw new StepFailure("generated files were not what the spec makes; they are now: commit them");
  }
  const changed = changedInGit();
  if (changed.length > 0) {
    log.write(`\n${changed.join("\n")}\n`);
    throw new StepFailure(`${changed.length} generated files differ from what is committed or staged`);
  }
}

/** The vectors that are derived from the spec must be the ones that stand there. */
export async function checkVectors(log) {
  await log.run(process.execPath, [meshwright, "vectors", "--check"]);
}

/** Changed and new files in folders named `generated`; none where there is no git checkout to compare with. */
function changedInGit() {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    if (realpathSync(git("rev-parse", "--show-toplevel")) !== realpathSync(root)) return [];
  } catch {
    return [];
  }
  return git("ls-files", "--modified", "--others", "--exclude-standard", "--", ":(glob)**/generated/**").split("\n").filter(Boolean);
}
