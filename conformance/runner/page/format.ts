/** Counts, places and outcomes, as they are shown. */
import type { Counts, Status } from "../src/report/pageData.js";
import { element } from "./dom.js";

const grouped = new Intl.NumberFormat("en", { useGrouping: true });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export function number(value: number): string {
  return grouped.format(value);
}

export function shortNumber(value: number): string {
  return short.format(value);
}

/** `1 check`, `2 checks`. */
export function plural(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export type Shown = Status | "none";

/** A symbol beside each colour: nobody should have to tell red from green. */
export const symbols: Record<Shown, string> = { passed: "✓", failed: "✗", expected: "◐", none: "–" };
export const meanings: Record<Shown, string> = { passed: "passed", failed: "failed", expected: "failed as expected", none: "nothing to check" };

/** How a group of checks fared: a single failure decides. */
export function statusOf([passed, failed, expected]: Counts): Shown {
  if (failed > 0) return "failed";
  if (expected > 0) return "expected";
  return passed > 0 ? "passed" : "none";
}

export function symbol(status: Shown): HTMLElement {
  return element(`span.symbol.${status}`, { role: "img", "aria-label": meanings[status] }, symbols[status]);
}

export function addCounts(all: Counts[]): Counts {
  return all.reduce((sum, counts) => [sum[0] + counts[0], sum[1] + counts[1], sum[2] + counts[2]], [0, 0, 0] as Counts);
}

/** `412 passed, 3 failed`. */
export function countsInWords([passed, failed, expected]: Counts): string {
  const parts = [`${number(passed)} passed`];
  if (failed > 0) parts.push(`${number(failed)} failed`);
  if (expected > 0) parts.push(`${number(expected)} failed as expected`);
  return parts.join(", ");
}
