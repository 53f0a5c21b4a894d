/** Findings, counted: what is kept of a run. */
import type { Equivalents } from "../equivalent.js";
import type { Finding } from "../findings.js";

export interface Counts {
  killed: number;
  equivalent: number;
  unreachable: number;
  stillborn: number;
  survived: number;
}

const none = (): Counts => ({ killed: 0, equivalent: 0, unreachable: 0, stillborn: 0, survived: 0 });

/** By operator, in order of name. */
export type ByOperator = Record<string, Counts>;

export function countOf(findings: readonly Finding[], equivalents: Equivalents): ByOperator {
  const counts: ByOperator = {};
  for (const finding of [...findings].sort((a, b) => (a.operator < b.operator ? -1 : 1))) {
    const count = (counts[finding.operator] ??= none());
    count[outcomeOf(finding, equivalents)]++;
  }
  return counts;
}

export function outcomeOf(finding: Finding, equivalents: Equivalents): keyof Counts {
  const entry = finding.outcome === "survived" ? equivalents.entryFor(finding) : undefined;
  return entry === undefined ? finding.outcome : entry.unreachable ? "unreachable" : "equivalent";
}

export function total(counts: ByOperator): Counts {
  const sum = none();
  for (const count of Object.values(counts)) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += count[key];
  return sum;
}
