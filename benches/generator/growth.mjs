// How the generator's time and memory grow with the spec: 10, 100, 1,000 and 5,000 types, phase by phase.
// Run with `npm run bench:growth`; needs a built generator. Fails if a type costs much more in the largest spec than among 1,000.
// With `-- --write` it also puts the figures into README.md and growth.svg.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { replaceBlock } from "./page.mjs";
import { plot } from "./plot.mjs";
import { writeSpec } from "./synthetic.mjs";

const SIZES = [10, 100, 1000, 5000];
/** A type among 5,000 may cost this much of what it costs among 1,000, before growth counts as worse than linear: collecting garbage costs more in a large heap. */
const TOLERANCE = 1.5;
/** Phases that take less than this among 5,000 types are too short to judge. */
const SHORT_MS = 100;
const PATIENCE_MS = 600_000;

const work = mkdtempSync(join(tmpdir(), "meshwright-growth-"));
try {
  const runs = SIZES.map(measure);
  const table = tableOf(runs);
  console.log(table);
  const [, , middling, large] = runs;
  const steep = Object.keys(large.phases).filter((phase) => large.phases[phase] > SHORT_MS && ratio(phase, middling, large) > TOLERANCE);
  if (steep.length > 0) {
    console.log(`worse than linear: ${steep.join(", ")}`);
    process.exitCode = 1;
  }
  if (process.argv.includes("--write")) {
    replaceBlock("growth", table);
    writeFileSync(fileURLToPath(new URL("growth.svg", import.meta.url)), plot(runs));
  }
} finally {
  rmSync(work, { recursive: true });
}

function measure(types) {
  const spec = join(work, `spec${types}`);
  writeSpec(spec, types);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ["--max-old-space-size=8192", fileURLToPath(new URL("phases.mjs", import.meta.url)), spec, join(work, `out${types}`)], { encoding: "utf8", timeout: PATIENCE_MS });
  if (status !== 0) throw new Error(`${types} types: ${error?.message ?? stderr}`);
  return JSON.parse(stdout);
}

/** Milliseconds a type, and what a type among the most costs of one among the second most. */
function tableOf(runs) {
  const [, , middling, large] = runs;
  const cells = (phase) => runs.map(({ types, phases }) => (phases[phase] / types).toFixed(2));
  const rows = Object.keys(large.phases).map((phase) => [phase, ...cells(phase), ratio(phase, middling, large).toFixed(2)]);
  const memory = ["memory, MiB in all", ...runs.map(({ mib }) => String(Math.round(mib))), (large.mib / large.types / (middling.mib / middling.types)).toFixed(2)];
  const head = ["ms a type", ...runs.map(({ types }) => types.toLocaleString("en")), "5,000 : 1,000"];
  return [head, head.map((_, index) => (index === 0 ? "---" : "--:")), ...rows, memory].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function ratio(phase, middling, large) {
  return large.phases[phase] / large.types / (middling.phases[phase] / middling.types);
}
