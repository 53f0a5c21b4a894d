/** `run`: the matrix, the reports, and the line that says how it went. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import colours from "picocolors";
import { loadExpectedFailures } from "../core/expected.js";
import type { Count, LanguageResult, RunResult } from "../core/results.js";
import { run, type RunPlan } from "../core/run.js";
import { defaultClientOptions } from "../peers/client.js";
import { summarise } from "../report/describe.js";
import { groupBy } from "../report/group.js";
import { htmlReport } from "../report/html.js";
import { inspectorFor } from "../report/inspector.js";
import { junitReport } from "../report/junit.js";
import { machineReport } from "../report/machine.js";
import { pageData } from "../report/pageData.js";
import { vectorId, type Neutral } from "../vectors/model.js";
import { expectedFailuresBeside, shown } from "./paths.js";
import { Progress } from "./progress.js";
import { selectLanguages, selectVectors, type SelectOptions } from "./select.js";
import { number, plural, table } from "./text.js";

export interface TimeoutOptions {
  /** Seconds. */
  timeout: number;
  /** Seconds. */
  runTimeout: number;
}

export interface PeerOptions extends TimeoutOptions {
  peers: string;
}

export interface RunOptions extends SelectOptions, PeerOptions {
  expectedFailures?: string;
  spec?: string;
  json?: string;
  junit?: string;
  /** False: no report. */
  report: string | false;
}

const vectorsShown = 20;

/** The exit status. */
export async function runCommand(options: RunOptions): Promise<number> {
  const selected = selectVectors(options);
  const languages = selectLanguages(options.language);
  const expected = loadExpectedFailures(resolve(options.expectedFailures ?? expectedFailuresBeside(options.vectors)), languages);
  console.log(`${plural(selected.vectors.length, "vector")} to ${languages.join(", ")}; every ordered pair reads what the other wrote`);
  console.log(`fixtures from outside: ${selected.fixtures}`);
  if (expected.size > 0) console.log(`${plural(expected.size, "entry").replace("entrys", "entries")} in lists of expected failures`);

  const progress = new Progress(selected.vectors.length);
  const values = new Map<string, Neutral>();
  const plan: RunPlan = {
    languages,
    peers: resolve(options.peers),
    vectors: selected.vectors,
    spec: options.spec,
    expected,
    wholeRun: selected.whole,
    client: clientOptions(options),
  };
  const result = await run(plan, {
    greeted: (language) => console.log(`  ${describeHello(language)}`),
    examined: (done, checks, { vector, value }) => {
      if (vector.value === undefined && value !== undefined) values.set(vectorId(vector), value);
      progress.update(done, checks);
    },
  });
  progress.end();

  console.log(`\n${summary(result)}`);
  writeReports(options, result, plan, values);
  if (result.total.expected > 0) console.log(`${plural(result.total.expected, "check")} failed as expected`);
  console.log(`${result.total.passed} passed, ${result.total.failed} failed`);
  return result.total.failed === 0 ? 0 : 1;
}

export function clientOptions(options: TimeoutOptions): RunPlan["client"] {
  return { ...defaultClientOptions, timeoutMs: options.timeout * 1000, deadline: performance.now() + options.runTimeout * 1000 };
}

export function describeHello({ language, hello }: LanguageResult): string {
  if ("missing" in hello) return `${colours.red("✗")} ${language}: ${hello.missing}`;
  return `${colours.green("✓")} ${language} ${hello.version}, ${plural(hello.types.length, "type")}, spec ${hello.spec}`;
}

/** The matrix, then what failed. */
function summary(result: RunResult): string {
  const checks = result.total.passed + result.total.failed + result.total.expected;
  return [
    matrix(result),
    "",
    `${number(checks)} checks of ${plural(result.vectors, "vector")}, ${plural(result.types.length, "type")}, in ${result.seconds.toFixed(1)} s`,
    ...result.problems.map(({ language, text }) => `${colours.red("✗")} ${language === undefined ? "" : `${language}: `}${text}`),
    ...failedVectors(result),
  ].join("\n");
}

/** What passed between each ordered pair. */
export function matrix({ languages, pairs }: { languages: readonly Pick<LanguageResult, "language">[]; pairs: readonly (readonly Count[])[] }): string {
  const names = languages.map(({ language }) => language);
  const cell = ({ passed, failed, expected }: Count): string => `${number(passed)}${failed > 0 ? ` ✗${number(failed)}` : ""}${expected > 0 ? ` ◐${number(expected)}` : ""}`;
  return table([["encodes \\ decodes", ...names], ...names.map((name, a) => [name, ...(pairs[a] ?? []).map(cell)])]);
}

/** A line a vector. A peer that is gone fails all of them, and has been named among the problems. */
function failedVectors({ failures }: RunResult): string[] {
  const unexpected = failures.filter((failure) => failure.reason === undefined);
  const gone = new Set(unexpected.filter(({ wrong }) => wrong.mismatch === "gone").map(({ language }) => language));
  const telling = unexpected.filter(({ wrong, encoder }) => wrong.mismatch !== "gone" && !(wrong.mismatch === "no-bytes" && encoder !== undefined && gone.has(encoder)));
  const vectors = [...groupBy(telling, vectorId)];
  const lines = vectors.slice(0, vectorsShown).map(([id, ofVector]) => `${colours.red("✗")} ${id} ${summarise(ofVector)}`);
  if (vectors.length > vectorsShown) lines.push(`  and ${plural(vectors.length - vectorsShown, "vector")} more: see the report`);
  if (telling.length < unexpected.length) lines.push(`  and ${plural(unexpected.length - telling.length, "check")} that failed because ${[...gone].join(", ")} could not answer`);
  return lines;
}

function writeReports(options: RunOptions, result: RunResult, plan: RunPlan, values: ReadonlyMap<string, Neutral>): void {
  const folder = options.report === false ? null : resolve(options.report);
  const machine = [options.json, folder && join(folder, "results.json")].filter(isText);
  const junit = [options.junit, folder && join(folder, "junit.xml")].filter(isText);
  for (const file of machine) write(file, machineReport(result));
  for (const file of junit) write(file, junitReport(result, plan.vectors));
  if (!folder) return;
  const page = join(folder, "index.html");
  const data = pageData(result, plan.vectors, values);
  const inspector = inspectorFor(result.spec);
  if (inspector !== null) {
    data.index.inspector = "inspector.html";
    write(join(folder, data.index.inspector), inspector);
  }
  write(page, htmlReport(data));
  console.log(`report: ${shown(page)}`);
}

function write(file: string, content: string): void {
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, content);
}

function isText(value: string | null | undefined): value is string {
  return typeof value === "string";
}
