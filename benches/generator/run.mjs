// Times the generator as a user meets it: a cold `meshwright generate` of the whole spec, and `watch` from an edit to files on disk.
// Run with `npm run bench:generator`; needs a built generator (`npm run build`). Fails if an aim is missed.
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Watching } from "./watching.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cli = join(root, "generator/dist/cli/main.js");
const ROUNDS = 7;
/** The first edits meet code that the engine has not yet optimised; whoever watches all day does not. They count all the same. */
const EDITS = 11;
/** design.md's "fast", in milliseconds. */
const AIMS = { cold: 5000, watch: 500 };
/** Nothing here takes this long. */
const PATIENCE_MS = 60_000;

const work = mkdtempSync(join(tmpdir(), "meshwright-bench-"));
const spec = join(work, "spec");
const out = join(work, "out");
cpSync(join(root, "spec"), spec, { recursive: true, filter: (path) => !path.includes(join("spec", "lang")) });

try {
  show("meshwright --help", Array.from({ length: ROUNDS }, () => timed(["--help"])));
  show("meshwright check", Array.from({ length: ROUNDS }, () => timed(["check", spec])));
  show("cold generate, five languages", Array.from({ length: ROUNDS }, coldRun), AIMS.cold);
  show("watch, edit to last file written", await watchRuns(), AIMS.watch);
} finally {
  rmSync(work, { recursive: true });
}

function coldRun() {
  rmSync(out, { recursive: true, force: true });
  return timed(["generate", spec, "--out", out]);
}

function timed(args) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, [cli, ...args], { encoding: "utf8", timeout: PATIENCE_MS });
  if (status !== 0) throw new Error(`meshwright ${args.join(" ")} failed: ${error?.message ?? stderr}`);
  return performance.now() - start;
}

/** Every second edit adds a message, the others take it away again. */
async function watchRuns() {
  const watching = new Watching([cli, "watch", spec, "--out", out], PATIENCE_MS);
  const file = join(spec, "wire/stream.ts");
  const original = readFileSync(file, "utf8");
  const times = [];
  try {
    await watching.until("watching");
    for (let round = 0; round < EDITS; round++) {
      const start = performance.now();
      if (round % 2 === 0) appendFileSync(file, `\nexport interface Bench${round} extends Packed<8> {\n  streamId: u64;\n}\n`);
      else writeFileSync(file, original);
      await watching.until("up to date");
      times.push(performance.now() - start);
    }
  } finally {
    watching.stop();
  }
  return times;
}

function show(what, times, aim) {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (value) => `${Math.round(value)} ms`.padStart(8);
  const worst = sorted.at(-1);
  const verdict = aim === undefined ? "" : `  aim ${ms(aim)}  ${worst <= aim ? "met" : "MISSED"}`;
  console.log(`${what.padEnd(34)} median ${ms(sorted[sorted.length >> 1])}  worst ${ms(worst)}${verdict}`);
  if (aim !== undefined && worst > aim) process.exitCode = 1;
}
