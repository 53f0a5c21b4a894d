/**
 * `npm run simulate:bugs [-- NAME…]`: plants each bug of this folder into a copy of the protocol, runs seeds until one fails, and says which and how long it
 * took. Fails if one is not found. The copy and what was built of it stay in `.cache`, so that each bug costs only what it changes.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bugs } from "./list.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const scratch = join(root, ".cache", "simulator-bugs");
const crates = ["codec", "wire", "transport", "simulator"].map((name) => `runtime-core/${name}`);
/** Seeds that are tried for each. */
const seeds = 300;
const environment = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(scratch), CARGO_TARGET_DIR: join(root, ".cache", "simulator-bugs-target") };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !bugs.some((bug) => bug.name === name));
if (unknown.length > 0) {
  console.error(`there is no bug called ${unknown.join(", ")}`);
  process.exit(2);
}

copy();
const rows = bugs.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(look);
console.log(["", "| bug | seed | after | what was broken |", "|---|---|---|---|", ...rows.map(({ name, seed, seconds, property }) => `| ${name} | ${seed} | ${seconds} s | ${property} |`)].join("\n"));
const missed = rows.filter(({ seed }) => seed === "–");
console.log(`\n${rows.length - missed.length} of ${rows.length} found`);
process.exit(missed.length === 0 ? 0 : 1);

/** Plants one bug, looks for it, and takes it out again. */
function look(bug) {
  console.log(`${bug.name}: ${bug.what}`);
  const apply = (...how) => execFileSync("git", ["apply", ...how, bug.path], { cwd: scratch, env: environment });
  apply();
  try {
    execFileSync("cargo", ["build", "--quiet", "--package", "meshwright-simulator"], { cwd: scratch, env: environment, stdio: "pipe" });
    const started = performance.now();
    const run = spawnSync(join(environment.CARGO_TARGET_DIR, "debug", "meshwright-simulator"), ["--seeds", String(seeds), "--first"], { encoding: "utf8", env: environment });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const found = /^seed (\d+) \(\d+ nodes\): (?:property "(.*?)" broken|.*)/m.exec(run.stdout);
    const row = { name: bug.name, seed: found?.[1] ?? "–", seconds, property: found?.[2] ?? "not found" };
    console.log(`  ${found ? `seed ${row.seed}, ${seconds} s: ${row.property}` : `not found in ${seeds} seeds, ${seconds} s`}`);
    return row;
  } finally {
    apply("--reverse");
  }
}

/** The crates that are needed, as they are, in a workspace of their own. */
function copy() {
  for (const crate of crates) {
    rmSync(join(scratch, crate), { recursive: true, force: true });
    mkdirSync(dirname(join(scratch, crate)), { recursive: true });
    cpSync(join(root, crate), join(scratch, crate), { recursive: true, preserveTimestamps: true, filter: (path) => basename(path) !== "target" });
  }
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8").replace(/^members = .*$/m, `members = ${JSON.stringify(crates)}`);
  writeFileSync(join(scratch, "Cargo.toml"), manifest);
  cpSync(join(root, "Cargo.lock"), join(scratch, "Cargo.lock"));
}
