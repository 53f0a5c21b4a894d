/** A piece of the check: all mutants of one language, spec and kind. */
import { loadBackend } from "../../../../generator/dist/backends/all.js";
import type { Language } from "../../../../generator/dist/backends/backend.js";
import { codeFindings, modelFindings, type Finding, type Kind } from "../findings.js";
import { mutantsOf } from "../mutants/enumerate.js";
import { PACKAGERS } from "../packages/all.js";
import { LastRun } from "../report/lastRun.js";
import { SYNTAXES } from "../sites/all.js";
import { runSites } from "../sites/run.js";
import { Reach } from "../universe/reach.js";
import { runMutants, type Bench } from "../universe/run.js";
import { Choice } from "./choice.js";
import { isKept, type Options } from "./options.js";
import { ProgressLine } from "./progress.js";
import { at, type Subject } from "./subjects.js";

/** What is found out is kept so often, in milliseconds, in case the run is interrupted. */
const KEEP_EVERY_MS = 20_000;

export interface Tried {
  findings: Finding[];
  /** Mutants to draw a sample from. */
  from: number;
}

export async function triedPiece({ name, model, vectors }: Subject, language: Language, kind: Kind, options: Options): Promise<Tried> {
  const lastRun = new LastRun(name, model.spec.hash, language, kind);
  const choice = new Choice(options, lastRun.findings());
  const line = new ProgressLine(`${language}, ${kind === "model" ? "models" : "code"} of ${name}`);
  const bench: Bench = { backend: await loadBackend(language), packager: PACKAGERS[language], folder: at(".cache", "mutation", name, kind, language) };
  let keptAt = performance.now();
  const keep = (findings: readonly Finding[]): void => (isKept(options) ? lastRun.keep([...choice.reused, ...findings]) : undefined);
  const reporting = <Mutant, Found>(toFindings: (outcomes: ReadonlyMap<Mutant, Found>) => Finding[]) => (done: number, of: number, soFar: ReadonlyMap<Mutant, Found>): void => {
    line.show(done, of);
    if (performance.now() - keptAt < KEEP_EVERY_MS) return;
    keep(toFindings(soFar));
    keptAt = performance.now();
  };
  const findings = await (kind === "model" ? models() : code());
  line.clear();
  keep(findings);
  return { findings: [...choice.reused, ...findings], from: choice.from };

  async function models(): Promise<Finding[]> {
    const found = (outcomes: Parameters<typeof modelFindings>[1]) => modelFindings(language, outcomes);
    return found(await runMutants({ model, reach: new Reach(model), vectors }, bench, choice.of(mutantsOf(model)), reporting(found)));
  }

  async function code(): Promise<Finding[]> {
    const found = (outcomes: Parameters<typeof codeFindings>[1]) => codeFindings(language, outcomes);
    return found(await runSites({ model, vectors }, bench, SYNTAXES[language], (all) => choice.of(all), reporting(found)));
  }
}
