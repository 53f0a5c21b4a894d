#!/usr/bin/env node
/** `npm run mutation`: exit status 0 when the vectors find every mutant that they could, 1 when not, 2 when it could not run. */
import type { Language } from "../../../../generator/dist/backends/backend.js";
import { Equivalents } from "../equivalent.js";
import type { Finding, Kind } from "../findings.js";
import { countOf, total } from "../report/counts.js";
import { writePage } from "../report/page.js";
import { keep } from "../report/results.js";
import { survivorText } from "../report/survivor.js";
import { isKept, isWhole, optionsFrom, type Options } from "./options.js";
import { triedPiece } from "./piece.js";
import { at, subject, SUBJECTS, type Subject } from "./subjects.js";

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
    const equivalents = Equivalents.load(at("conformance", "mutation", "equivalent", name));
    say(`${SUBJECTS[name].title}, hash ${one.model.spec.hash}`);
    const findings: Finding[] = [];
    for (const language of options.languages) for (const kind of kinds) findings.push(...(await tried(one, language, kind, options, equivalents)));
    for (const text of equivalents.wrong(findings, isWhole(options) && kinds.length === SUBJECTS[name].kinds.length)) {
      say(text);
      fine = false;
    }
    fine &&= findings.every((finding) => finding.outcome !== "survived" || equivalents.entryFor(finding) !== undefined);
  }
  if (isKept(options)) writePage();
  return fine;
}

/** One language and kind, tried and shown, and kept if it is all of them. */
async function tried(one: Subject, language: Language, kind: Kind, options: Options, equivalents: Equivalents): Promise<Finding[]> {
  const start = performance.now();
  const { findings, from } = await triedPiece(one, language, kind, options);
  const operators = countOf(findings, equivalents);
  const { killed, equivalent, unreachable, stillborn, survived } = total(operators);
  say(`${language.padEnd(10)} ${kind.padEnd(5)} ${killed} killed, ${equivalent} equivalent, ${unreachable} unreachable, ${stillborn} stillborn, ${survived} survived (${Math.round((performance.now() - start) / 1000)} s)`);
  const survivors = findings.filter((finding) => finding.outcome === "survived" && equivalents.entryFor(finding) === undefined);
  for (const finding of survivors.slice(0, SHOWN)) say(await survivorText(one.model, finding));
  for (const { id, side } of survivors.slice(SHOWN)) say(`  ✗ ${id}${side ? ` (${side})` : ""}`);
  if (isKept(options)) keep({ spec: one.name, hash: one.model.spec.hash, language, kind, ...(options.sample !== null && options.sample < from && { sampled: { from, seed: options.seed } }), operators }, options.reuse === "everything");
  return findings;
}

main(optionsFrom(process.argv.slice(2))).then(
  (fine) => process.exit(fine ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`mutation: ${(error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, LONGEST_ERROR)}\n`);
    process.exit(2);
  },
);
