// Times every language's codecs beside other libraries on the same content, in one run. `npm run bench:codecs -- --help`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "../program.mjs";
import { describeMachine } from "../report/machine.mjs";
import { languages } from "./report/rivals.mjs";
import { gaps } from "./report/tables.mjs";
import { writeReport } from "./report/write.mjs";

const USAGE = `npm run bench:codecs -- [options]
  --language NAME  only this one (${languages.map(({ id }) => id).join(", ")}; repeatable); the others' earlier results stay
  --quick          rounds of 5 ms instead of 50: shows that all works, not how fast
  --report         times nothing; writes plots and tables of the results that are there`;

const here = fileURLToPath(new URL(".", import.meta.url));
const resultsFile = join(here, "results.json");
const options = readOptions();
const problems = [];

if (!options.report) await time();
const report = JSON.parse(readFileSync(resultsFile, "utf8"));
writeReport(here, report);
problems.push(...gaps(report.results));
console.log("written: results.json, ratios.svg, growth.svg, ../README.md");
for (const problem of problems) console.error(`! ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function readOptions() {
  const { values } = parseArgs({
    options: {
      language: { type: "string", multiple: true, default: languages.map(({ id }) => id) },
      quick: { type: "boolean", default: false },
      report: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const unknown = values.language.find((name) => !languages.some(({ id }) => id === name));
  if (unknown !== undefined) console.error(`there is no language "${unknown}"`);
  if (unknown !== undefined || values.help) {
    console.log(USAGE);
    process.exit(unknown === undefined ? 0 : 2);
  }
  return values;
}

/** Runs the languages' programs, and writes what they say beside what is kept of the other languages. */
async function time() {
  const start = performance.now();
  await run("content", join(here, "ts", "build.sh"), []);
  const { writeContent, contentFolder } = await import("./content.mjs");
  console.log(`content: ${writeContent()} files`);
  const kept = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, "utf8")).results : [];
  let results = kept;
  for (const language of options.language) {
    try {
      const own = await timeLanguage(language, contentFolder);
      results = [...results.filter((result) => result.language !== language), ...own];
    } catch (error) {
      problems.push(`${language}: ${error.message}`);
    }
  }
  const order = languages.map(({ id }) => id);
  results.sort((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
  const lines = results.map((result) => JSON.stringify(result)).join(",\n");
  const head = { machine: describeMachine(), when: new Date().toISOString().slice(0, 10), quick: options.quick };
  writeFileSync(resultsFile, `${JSON.stringify(head).slice(0, -1)},"results":[\n${lines}\n]}\n`);
  console.log(`timed in ${Math.round((performance.now() - start) / 1000)} s`);
}

async function timeLanguage(language, contentFolder) {
  const folder = join(here, language);
  const program = join(folder, "run");
  if (!existsSync(program)) throw new Error("has no bench program");
  await run(`${language}: build`, join(folder, "build.sh"), []);
  const results = [];
  await run(`${language}: run`, program, [contentFolder, ...(options.quick ? ["--quick"] : [])], (line) => {
    const result = { language, ...JSON.parse(line) };
    results.push(result);
    console.log(`${language} ${results.length}: ${result.library}, ${result.op} ${result.message} of ${result.bytes} bytes: ${result.ns} ns`);
  });
  if (results.length === 0) throw new Error("timed nothing");
  return results;
}
