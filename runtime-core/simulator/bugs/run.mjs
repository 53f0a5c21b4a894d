/**
 * `npm run simulate:bugs [-- NAME…]`: plants each bug of this folder into a copy of the protocol, runs seeds until one fails, and says which and how long it
 * took. Fails if one is not found.
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
// The copy's own, so that the next run need not build everything anew.
const environment = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(scratch), CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR ?? join(root, ".cache", "simulator-bugs-target") };

const wanted = process.argv.slice(2);
const rows = [];
for (const bug of bugs.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  copy();
  execFileSync("git", ["apply", bug.path], { cwd: scratch, env: environment });
  console.log(`${bug.name}: ${bug.what}`);
  execFileSync("cargo", ["build", "--quiet", "--package", "meshwright-simulator"], { cwd: scratch, env: environment, stdio: "pipe" });
  const started = performance.now();
  const run = spawnSync(join(environment.CARGO_TARGET_DIR, "debug", "meshwright-simulator"), ["--seeds", String(seeds), "--first"], { encoding: "utf8", env: environment });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const found = /^seed (\d+) \(\d+ nodes\): (?:property "(.*?)" broken|.*)/m.exec(run.stdout);
  const row = { name: bug.name, seed: found?.[1] ?? "–", seconds, property: found?.[2] ?? "not found" };
  console.log(`  ${found ? `seed ${row.seed}, ${seconds} s: ${row.property}` : `not found in ${seeds} seeds, ${seconds} s`}`);
  rows.push(row);
}

console.log(["", "| bug | seed | after | what was broken |", "|---|---|---|---|", ...rows.map(({ name, seed, seconds, property }) => `| ${name} | ${seed} | ${seconds} s | ${property} |`)].join("\n"));
const missed = rows.filter(({ seed }) => seed === "–");
console.log(`\n${rows.length - missed.length} of ${rows.length} found`);
process.exit(missed.length === 0 ? 0 : 1);

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
