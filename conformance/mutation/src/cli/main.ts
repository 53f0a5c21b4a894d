#!/usr/bin/env node
/** `npm run mutation`: exit status 0 when the vectors find every mutant that they could, 1 when not, 2 when it could not run. */
import { loadBackend } from "../../../../generator/dist/backends/all.js";
import type { Language } from "../../../../generator/dist/backends/backend.js";
import { Equivalents } from "../equivalent.js";
import { codeFindings, modelFindings, type Finding, type Kind } from "../findings.js";
import { mutantsOf } from "../mutants/enumerate.js";
import { PACKAGERS } from "../packages/all.js";
import { countOf, total } from "../report/counts.js";
import { writePage } from "../report/page.js";
import { keep } from "../report/results.js";
import { survivorText } from "../report/survivor.js";
import { runSites } from "../sites/run.js";
import { SYNTAXES } from "../sites/all.js";
import { Reach } from "../universe/reach.js";
import { runMutants, type Bench } from "../universe/run.js";
import { isWhole, optionsFrom, type Options } from "./options.js";
import { ProgressLine } from "./progress.js";
import { sampleOf } from "./sample.js";
import { at, subject, SUBJECTS, type Subject, type SubjectName } from "./subjects.js";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Compilers can be long-winded. */
const LONGEST_ERROR = 4000;

/** As many survivors are shown in full. */
const SHOWN = 20;

async function main(options: Options): Promise<boolean> {
  let fine = true;
  if (!isWhole(options)) say(`seed ${options.seed}`);
  for (const name of options.subjects) {
    const kinds = options.kinds.filter((kind) => SUBJECTS[name].kinds.includes(kind));
    if (kinds.length === 0) continue;
    const one = subject(name);
    const equivalents = Equivalents.load(at("conformance", "mutation", "equivalent", `${name}.json`));
    say(`${SUBJECTS[name].title}, hash ${one.model.spec.hash}`);
    const findings: Finding[] = [];
    for (const language of options.languages) for (const kind of kinds) findings.push(...(await tried(one, language, kind, options, equivalents)));
    for (const text of equivalents.wrong(findings, isWhole(options) && kinds.length === SUBJECTS[name].kinds.length)) {
      say(text);
      fine = false;
    }
    fine &&= findings.every((finding) => finding.outcome !== "survived" || equivalents.reasonFor(finding) !== undefined);
  }
  if (isWhole(options)) writePage();
  return fine;
}

/** One language and kind, tried, shown, and kept if it is all of them. */
async function tried(one: Subject, language: Language, kind: Kind, options: Options, equivalents: Equivalents): Promise<Finding[]> {
  const start = performance.now();
  const findings = await (kind === "model" ? modelsOf(one, language, options) : codeOf(one, language, options));
  const counts = countOf(findings, equivalents);
  const { killed, equivalent, stillborn, survived } = total(counts);
  say(`${language.padEnd(10)} ${kind.padEnd(5)} ${killed} killed, ${equivalent} equivalent, ${stillborn} stillborn, ${survived} survived (${Math.round((performance.now() - start) / 1000)} s)`);
  const survivors = findings.filter((finding) => finding.outcome === "survived" && equivalents.reasonFor(finding) === undefined);
  for (const finding of survivors.slice(0, SHOWN)) say(await survivorText(one.model, finding));
  for (const { id, side } of survivors.slice(SHOWN)) say(`  ✗ ${id}${side ? ` (${side})` : ""}`);
  if (isWhole(options)) keep(one.name, one.model.spec.hash, language, kind, counts);
  return findings;
}

const wantedBy = ({ operators, only }: Options) => ({ operator, id }: { operator: string; id: string }): boolean =>
  (operators.length === 0 || operators.includes(operator)) && (only.length === 0 || only.some((text) => id.includes(text)));

async function modelsOf({ name, model, vectors }: Subject, language: Language, options: Options): Promise<Finding[]> {
  const mutants = sampleOf(mutantsOf(model).filter(wantedBy(options)), options.sample, options.seed);
  const line = new ProgressLine(`${language}, models of ${name}`);
  const outcomes = await runMutants({ model, reach: new Reach(model), vectors }, await bench(language, name, "model"), mutants, (done, of) => line.show(done, of));
  line.clear();
  return modelFindings(language, outcomes);
}

async function codeOf({ name, model, vectors }: Subject, language: Language, options: Options): Promise<Finding[]> {
  const line = new ProgressLine(`${language}, code of ${name}`);
  const wanted = <One extends { id: string; operator: string }>(all: One[]): One[] => sampleOf(all.filter(wantedBy(options)), options.sample, options.seed);
  const outcomes = await runSites({ model, vectors }, await bench(language, name, "code"), SYNTAXES[language], wanted, (done, of) => line.show(done, of));
  line.clear();
  return codeFindings(language, outcomes);
}

/** Objects of earlier builds stay, so that a runtime is compiled once. */
async function bench(language: Language, name: SubjectName, kind: Kind): Promise<Bench> {
  return { backend: await loadBackend(language), packager: PACKAGERS[language], folder: at(".cache", "mutation", name, kind, language) };
}

main(optionsFrom(process.argv.slice(2))).then(
  (fine) => process.exit(fine ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`mutation: ${(error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, LONGEST_ERROR)}\n`);
    process.exit(2);
  },
);
