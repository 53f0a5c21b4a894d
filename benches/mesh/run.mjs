// Carries messages between two processes by Meshwright's node and by other systems, in one run. `npm run bench:mesh -- --help`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "../program.mjs";
import { describeMachine } from "../report/machine.mjs";
import { startBroker } from "./broker.mjs";
import { coreResults } from "./report/core.mjs";
import { sizes, systems, works } from "./report/systems.mjs";
import { writeReport } from "./report/write.mjs";

const USAGE = `npm run bench:mesh -- [options]
  --system NAME  only this one (${systems.map(({ id }) => id).join(", ")}; repeatable); the others' earlier results stay
  --core         only what the protocol costs without sockets
  --copies       only what memory an event takes on its way
  --quick        one round of 0.2 s: shows that all works, not how fast
  --report       times nothing; writes the plot and tables of the results that are there`;
/** The median of so many is kept; systems take turns, so that none has a quiet machine to itself. */
const ROUNDS = 3;

const here = fileURLToPath(new URL(".", import.meta.url));
const resultsFile = join(here, "results.json");
const manifest = join(here, "rust", "Cargo.toml");
/** The build that encrypts, and the one that does not, which has no other systems in it. */
const builds = {
  sealed: { target: join(here, "rust", "target"), features: [], flags: "" },
  plain: { target: join(here, "rust", "target", "plain"), features: ["--no-default-features"], flags: "--cfg meshwright_bench_plain" },
};
const options = readOptions();
const problems = [];

const all = !options.core && !options.copies;
if (!options.report && all) write({ ...read(), results: await timeSystems() });
if (!options.report && (all || options.core)) write({ ...read(), core: await timeCore() });
if (!options.report && (all || options.copies)) write({ ...read(), copies: await countCopies() });
writeReport(here, read());
console.log("written: results.json, plots, README.md");
for (const problem of problems) console.error(`! ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function readOptions() {
  const { values } = parseArgs({
    options: {
      system: { type: "string", multiple: true, default: systems.map(({ id }) => id) },
      core: { type: "boolean", default: false },
      copies: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      report: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const unknown = values.system.find((name) => !systems.some(({ id }) => id === name));
  if (unknown !== undefined) console.error(`there is no system "${unknown}"`);
  if (unknown !== undefined || values.help) {
    console.log(USAGE);
    process.exit(unknown === undefined ? 0 : 2);
  }
  return values;
}

async function timeSystems() {
  const start = performance.now();
  mkdirSync(join(here, "build"), { recursive: true });
  const used = new Set(able().map(({ build = "sealed" }) => build));
  for (const build of used) await cargo("build", builds[build], ["build", "--release", ...builds[build].features]);
  const broker = options.system.includes("nats") ? await startBroker(here) : undefined;
  const rounds = [];
  try {
    for (let round = 1; round <= (options.quick ? 1 : ROUNDS); round++) {
      for (const { work, size, system } of cells()) {
        try {
          rounds.push({ system, work, size, ...(await timeOne(system, work, size, broker)) });
          console.log(`round ${round}: ${system}, ${work} of ${size} bytes: ${inWords(rounds.at(-1))}`);
        } catch (error) {
          problems.push(`${system}, ${work} of ${size} bytes: ${error.message}`);
        }
      }
    }
  } finally {
    broker?.stop();
  }
  console.log(`timed in ${Math.round((performance.now() - start) / 1000)} s`);
  const own = cells().flatMap((cell) => medianOf(rounds.filter((result) => same(result, cell))));
  return [...read().results.filter(({ system }) => !options.system.includes(system)), ...own];
}

/** With criterion, whose own output is shown. What packets cost is timed again without encryption. */
async function timeCore() {
  const sealed = await bench(builds.sealed, "packets", "core");
  const plain = await bench(builds.plain, "packets");
  return [...sealed, ...plain.map((result) => ({ ...result, plain: true }))];
}

async function bench(build, ...names) {
  const quick = options.quick ? ["--warm-up-time", "0.1", "--measurement-time", "0.2"] : [];
  const kept = join(build.target, "criterion");
  rmSync(kept, { recursive: true, force: true });
  await cargo("core", build, ["bench", ...names.flatMap((name) => ["--bench", name]), "--no-default-features"], { CRITERION_HOME: kept }, ["--", ...quick]);
  return coreResults(kept);
}

async function countCopies() {
  const copies = [];
  await cargo("copies", builds.sealed, ["bench", "--bench", "copies", "--no-default-features"], {}, [], (line) => copies.push(JSON.parse(line)));
  return copies;
}

async function cargo(name, { target, flags }, command, env = {}, rest = [], onLine = undefined) {
  const RUSTFLAGS = [process.env.RUSTFLAGS, flags].filter(Boolean).join(" ");
  const where = ["--locked", "--manifest-path", manifest, "--target-dir", target];
  await run(name, "cargo", [...command, ...where, ...rest], onLine, { env: { ...process.env, ...(RUSTFLAGS && { RUSTFLAGS }), ...env } });
}

/** What there is of earlier runs. */
function read() {
  const earlier = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, "utf8")) : {};
  return { results: [], core: [], copies: [], ...earlier };
}

function write({ results, core, copies }) {
  const head = { machine: describeMachine(), when: new Date().toISOString().slice(0, 10), quick: options.quick };
  const lines = (list) => list.map((result) => JSON.stringify(result)).join(",\n");
  writeFileSync(resultsFile, `${JSON.stringify(head).slice(0, -1)},"results":[\n${lines(results)}\n],"core":[\n${lines(core)}\n],"copies":[\n${lines(copies)}\n]}\n`);
}

function able() {
  return systems.filter(({ id }) => options.system.includes(id));
}

/** Everything that is timed, systems side by side. */
function cells() {
  return works.flatMap(({ id: work }) =>
    sizes.flatMap((size) => able().filter(({ most = {} }) => size <= (most[work] ?? most.any ?? Infinity)).map(({ id: system }) => ({ work, size, system }))),
  );
}

async function timeOne(system, work, size, broker) {
  const { build = "sealed", runs = system } = systems.find(({ id }) => id === system);
  const program = join(builds[build].target, "release", "mesh-bench");
  const uses = system === "nats" ? ["--broker", broker.address, "--broker-process", broker.process] : [];
  let outcome;
  const seconds = options.quick ? 0.2 : 1.5;
  await run(system, program, ["drive", "--system", runs, "--work", work, "--size", size, "--seconds", seconds, ...uses].map(String), (line) => {
    outcome = JSON.parse(line);
  });
  return Object.fromEntries(Object.entries(outcome).filter(([, value]) => value !== null));
}

/** The round in the middle, by what the work is about. */
function medianOf(results) {
  const order = (result) => result.messages_per_second ?? result.latency.p50;
  const sorted = results.toSorted((a, b) => order(a) - order(b));
  return sorted.slice(Math.floor(sorted.length / 2)).slice(0, 1);
}

function same(result, cell) {
  return ["system", "work", "size"].every((key) => result[key] === cell[key]);
}

function inWords({ messages_per_second: rate, megabytes_per_second: megabytes, latency }) {
  if (latency) return `${latency.p50 / 1000} µs, 99 % within ${latency.p99 / 1000} µs`;
  return `${Math.round(rate)} messages/s, ${Math.round(megabytes)} MB/s`;
}
