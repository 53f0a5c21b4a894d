/** `docs/mutation.md`, from the kept results and the lists of equivalent mutants. */
import { writeFileSync } from "node:fs";
import { LANGUAGES } from "../../../../generator/dist/backends/all.js";
import { at, SUBJECTS, type SubjectName } from "../cli/subjects.js";
import { listsIn, type Equivalent } from "../equivalent.js";
import type { Kind } from "../findings.js";
import { total, type Counts } from "./counts.js";
import { results, type Result } from "./results.js";

const INTRODUCTION = `# The mutation check

Would the vectors notice if a back end were wrong? \`npm run mutation\` finds out: it seeds one small bug after another into the code of each language, runs the
vectors against it, and expects at least one to fail. [How it works, and how to read its output](../conformance/mutation/README.md).

This page is made from the last runs that were kept. A number alone counts mutants that a vector found. *Equivalent*: it behaves as the original does, for the reason below. *Unreachable*:
it behaves otherwise, but only for what no vector can say: below is what, and what holds it. *Stillborn*: the compiler refused it, which proves nothing. *Survived*: a vector is missing.
Mutants of the model count once for decoding and once for encoding: a wrong bound has to be found in each.

Not seeded: faults in Python's accelerator, which is a back end in C by itself and leaves to the pure functions what it does not take (the vectors are put to it as well, but nothing shows that they find its
faults); in Rust, a refusal that is lost together with the value that it stands for (nothing else gives the value, so such code does not compile); in C, what is done when memory runs out (no vector makes it
run out; \`sdks/c/tests\` does).`;

const KINDS: Record<Kind, string> = { model: "Mutants of the model: what a back end prints from", code: "Mutants of the code: what a back end prints, and the runtime under it" };

export function writePage(): void {
  writeFileSync(at("docs", "mutation.md"), page(results(), (name) => listsIn(at("conformance", "mutation", "equivalent", name))));
}

export function page(all: readonly Result[], equivalents: (name: SubjectName) => readonly Equivalent[]): string {
  const parts = (Object.keys(SUBJECTS) as SubjectName[]).flatMap((name) => {
    const own = all.filter(({ spec }) => spec === name);
    if (own.length === 0) return [];
    const tables = (["model", "code"] as const).flatMap((kind) => table(own.filter((result) => result.kind === kind), KINDS[kind]));
    return [`## ${capital(SUBJECTS[name].title)}`, `Spec hash: \`${[...new Set(own.map(({ hash }) => hash))].join("`, `")}\``, ...tables, ...reasons(equivalents(name))];
  });
  return `${[INTRODUCTION, ...(parts.length === 0 ? ["No whole run has been kept yet."] : parts)].join("\n\n")}\n`;
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

function table(own: readonly Result[], title: string): string[] {
  if (own.length === 0) return [];
  const languages = LANGUAGES.filter((language) => own.some((result) => result.language === language));
  const of = (language: string): Result => own.find((result) => result.language === language)!;
  const operators = [...new Set(own.flatMap((result) => Object.keys(result.operators)))].sort();
  const row = (name: string, counts: (Counts | undefined)[]): string => `| ${[name, ...counts.map(cell)].join(" | ")} |`;
  const lines = [
    `| operator | ${languages.join(" | ")} |`,
    `|---|${languages.map(() => "---|").join("")}`,
    ...operators.map((operator) => row(operator, languages.map((language) => of(language).operators[operator]))),
    row("**all**", languages.map((language) => total(of(language).operators))),
  ];
  return [`### ${title}`, ran(languages.map(of)), lines.join("\n")];
}

/** Which languages were tried, and how much of each. */
function ran(own: readonly Result[]): string {
  const whole = own.filter(({ sampled }) => !sampled).map(({ language, commit }) => `${language} (at \`${commit}\`)`);
  const drawn = own.flatMap(({ language, commit, sampled }) => (sampled ? [`Of ${language}'s ${sampled.from} mutants, only some were tried, drawn by lot (seed ${sampled.seed}, at \`${commit}\`).`] : []));
  const missing = LANGUAGES.filter((language) => !own.some((result) => result.language === language));
  return [...(whole.length > 0 ? [`All mutants were tried: ${whole.join(", ")}.`] : []), ...drawn, ...(missing.length > 0 ? [`Not run: ${missing.join(", ")}.`] : [])].join(" ");
}

/** `118 killed, 2 equivalent`. */
function cell(counts: Counts | undefined): string {
  if (!counts) return "–";
  const shown = (["killed", "equivalent", "unreachable", "stillborn", "survived"] as const).filter((key) => counts[key] > 0).map((key) => (key === "killed" ? `${counts[key]}` : `${counts[key]} ${key}`));
  return shown.length === 0 ? "0" : shown.join(", ");
}

const reasons = (equivalents: readonly Equivalent[]): string[] => [
  ...listed("Equivalent mutants", equivalents.filter(({ unreachable }) => !unreachable)),
  ...listed("Mutants out of the vectors' reach", equivalents.filter(({ unreachable }) => unreachable)),
];

function listed(title: string, equivalents: readonly Equivalent[]): string[] {
  if (equivalents.length === 0) return [];
  const byReason = new Map<string, Equivalent[]>();
  for (const entry of equivalents) byReason.set(entry.reason, [...(byReason.get(entry.reason) ?? []), entry]);
  const item = ([reason, entries]: [string, Equivalent[]]): string => `- ${reason}\n${entries.map((entry) => `  - \`${entry.mutants.replaceAll("`", "'")}\`${scope(entry)}`).join("\n")}`;
  return [`### ${title}`, [...byReason].map(item).join("\n")];
}

function scope({ languages, side }: Equivalent): string {
  const parts = [...(languages ?? []), ...(side === undefined ? [] : [side])];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
