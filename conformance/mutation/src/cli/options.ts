/** What the command line asks for. */
import { Command } from "commander";
import { LANGUAGES } from "../../../../generator/dist/backends/all.js";
import type { Language } from "../../../../generator/dist/backends/backend.js";
import type { Kind } from "../findings.js";
import { SUBJECTS, type SubjectName } from "./subjects.js";

export interface Options {
  languages: Language[];
  kinds: Kind[];
  subjects: SubjectName[];
  operators: string[];
  /** Text in the ids of the mutants. */
  only: string[];
  /** At most so many a language, spec and kind. */
  sample: number | null;
  seed: string;
  /** Which outcomes of the last run still count: none, those of mutants that were killed or stillborn, or all. */
  reuse: "nothing" | "kills" | "everything";
  /** Even of a sample. */
  keep: boolean;
}

/** Nothing is left out. */
export const isWhole = ({ operators, only, sample }: Options): boolean => operators.length === 0 && only.length === 0 && sample === null;
/** The results go into `results.json` and onto the page. */
export const isKept = (options: Options): boolean => isWhole(options) || (options.keep && isWhole({ ...options, sample: null }));

const collect = (value: string, list: string[]): string[] => [...list, value];

export function optionsFrom(argv: readonly string[]): Options {
  const program = new Command("mutation")
    .description("Seeds bugs into each back end's code and shows that the vectors find every one.")
    .option("-l, --language <name>", `only this one (may be repeated): ${LANGUAGES.join(", ")}`, collect, [])
    .option("-k, --kind <kind>", "model: what the back ends print from; code: what they print, and the runtimes (may be repeated)", collect, [])
    .option("-s, --spec <name>", `only this one: ${Object.keys(SUBJECTS).join(", ")}`, collect, [])
    .option("-o, --operator <name>", "only mutants of this operator (may be repeated)", collect, [])
    .option("--only <text>", "only mutants with this text in their name (may be repeated)", collect, [])
    .option("-n, --sample <count>", "at most so many of each language, spec and kind", (count) => Number.parseInt(count, 10))
    .option("--seed <text>", "chooses the sample", process.env["MESHWRIGHT_SEED"] ?? "1")
    .option("-c, --continue", "try only what the last run did not kill: after it was interrupted, or when there are new vectors")
    .option("--recount", "try nothing: count the last run's outcomes again, after a change of the lists of equivalent mutants")
    .option("--keep", "keep the results, even of a sample")
    .addHelpText("after", "\nExamples:\n  npm run mutation\n  npm run mutation -- --language go --operator bound\n  npm run mutation -- --sample 50 --seed 7");
  program.parse([...argv], { from: "user" });
  const given = program.opts<{ language: string[]; kind: string[]; spec: string[]; operator: string[]; only: string[]; sample?: number; seed: string; continue?: true; recount?: true; keep?: true }>();
  const among = <Name extends string>(asked: string[], possible: readonly Name[], what: string): Name[] => {
    const unknown = asked.filter((name) => !possible.includes(name as Name));
    if (unknown.length > 0) program.error(`there is no ${what} ${unknown.join(", ")}; there are ${possible.join(", ")}`);
    return asked.length === 0 ? [...possible] : possible.filter((name) => asked.includes(name));
  };
  if (given.sample !== undefined && !(given.sample > 0)) program.error("--sample needs a number above 0");
  return {
    languages: among(given.language, LANGUAGES, "language"),
    kinds: among(given.kind, ["model", "code"] as const, "kind"),
    subjects: among(given.spec, Object.keys(SUBJECTS) as SubjectName[], "spec"),
    operators: given.operator,
    only: given.only,
    sample: given.sample ?? null,
    seed: given.seed,
    reuse: given.recount ? "everything" : given.continue ? "kills" : "nothing",
    keep: given.keep === true,
  };
}
