// Runs the generator on one spec, phase by phase, and prints the milliseconds of processor time of each and the peak memory as JSON. A process of its own for each spec.
import { LANGUAGES, loadBackend } from "../../generator/dist/backends/all.js";
import { check } from "../../generator/dist/check/check.js";
import { COMPANIONS } from "../../generator/dist/cli/companions.js";
import { writeFiles } from "../../generator/dist/cli/output.js";
import { lower } from "../../generator/dist/codec/lower.js";
import { openProject } from "../../generator/dist/read/project.js";
import { readSpec } from "../../generator/dist/read/read.js";
import { derive, workshop } from "../../generator/dist/vectors/derive/derive.js";
import { oracleOf } from "../../generator/dist/vectors/oracle/index.js";

const [folder, out] = process.argv.slice(2);
/** Of so many messages, spread over the spec: those of 5,000 types would take minutes, and each is by itself. */
const MESSAGES_WITH_VECTORS = 30;
const phases = {};

/** Processor time, which other programs on the machine hardly change. */
function timed(phase, run) {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  phases[phase] = (phases[phase] ?? 0) + (user + system) / 1000;
  return result;
}

const backends = await Promise.all(LANGUAGES.map(loadBackend));
const { spec, diagnostics } = timed("read", () => readSpec(folder, openProject(folder)));
if (!spec) throw new Error(JSON.stringify(diagnostics.slice(0, 3), undefined, 2));
const faults = timed("check", () => check(spec, new Map(backends.map(({ language, supports }) => [language, supports]))));
if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 3), undefined, 2));
const model = timed("lower", () => lower(spec));
for (const backend of backends) {
  write(timed(backend.language, () => backend.codecs(model)), backend.language);
  write(timed(backend.language, () => backend.peer(model)), `${backend.language}-peer`);
}
for (const { name, files } of COMPANIONS) write(timed("companions", () => files({ spec, model })), name);
const mib = process.resourceUsage().maxRSS / 1024;

const shop = timed("vectors", () => workshop(oracleOf(spec)));
const prepared = phases.vectors;
const step = Math.ceil(model.roots.length / MESSAGES_WITH_VECTORS);
const chosen = model.roots.filter((_, index) => index % step === 0);
for (const { type } of chosen) timed("vectors", () => derive(shop, type));
// For all messages, as far as the chosen ones tell.
phases.vectors = prepared + ((phases.vectors - prepared) * model.roots.length) / chosen.length;

console.log(JSON.stringify({ types: spec.types.length, phases, mib }));

function write(files, folder) {
  timed("writing", () => writeFiles(`${out}/${folder}`, files, { dry: false, owned: () => true }));
}
