/** Which mutants are tried, and which outcomes of the last run still count. */
import type { Finding } from "../findings.js";
import type { Options } from "./options.js";
import { sampleOf } from "./sample.js";

export type Wanted = Pick<Options, "operators" | "only" | "sample" | "seed" | "reuse">;

interface Named {
  id: string;
  operator: string;
}

export class Choice {
  /** Outcomes of the last run that count as this one's. */
  reused: Finding[] = [];
  /** How many mutants there were to choose from. */
  from = 0;

  constructor(private readonly options: Wanted, private readonly last: ReadonlyMap<string, Finding[]>) {}

  /** Those to try. */
  of<Mutant extends Named>(all: readonly Mutant[]): Mutant[] {
    const { operators, only, sample, seed, reuse } = this.options;
    const wanted = all.filter(({ operator, id }) => (operators.length === 0 || operators.includes(operator)) && (only.length === 0 || only.some((text) => id.includes(text))));
    this.from = wanted.length;
    const chosen = sampleOf(wanted, sample, seed);
    const counts = ({ id }: Named): boolean => reuse !== "nothing" && this.last.has(id) && (reuse === "everything" || this.last.get(id)!.every(({ outcome }) => outcome !== "survived"));
    this.reused = chosen.filter(counts).flatMap(({ id }) => this.last.get(id)!);
    const rest = chosen.filter((mutant) => !counts(mutant));
    if (reuse === "everything" && rest.length > 0) throw new Error(`${rest.length} mutants were not tried the last time: use --continue`);
    return rest;
  }
}
