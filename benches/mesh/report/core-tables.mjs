/** The tables of what the core costs. */
import { time } from "./tables.mjs";

/** A row for each operation of which there is only one: what it takes, and what it takes without encryption. */
export function alone(core) {
  const of = (what, isPlain) => core.find((result) => result.what === what && (result.plain ?? false) === isPlain)?.ns;
  const names = [...new Set(core.filter(({ count }) => count === undefined).map(({ what }) => what))];
  const rows = names.map((what) => `| ${what} | ${cell(of(what, false))} | ${cell(of(what, true))} |`);
  return ["| | | not encrypted |", "| --- | --: | --: |", ...rows].join("\n");
}

/** A row for each operation, a column for each number of peers, routes or channels. */
export function growth(core) {
  const counts = countsOf(core);
  const rows = curvesOf(core).map(({ what, points }) => `| ${what} | ${counts.map((count) => cell(points.find((point) => point.count === count)?.ns)).join(" | ")} |`);
  return [`| | ${counts.map((count) => count.toLocaleString("en")).join(" | ")} |`, `| --- |${" --: |".repeat(counts.length)}`, ...rows].join("\n");
}

/** A row for each part of an event's way, a column for each size: allocations, and bytes of them as multiples of the event. */
export function copiesTable(copies) {
  const all = [...new Set(copies.map(({ size }) => size))];
  const of = (part, size) => copies.find((it) => it.part === part && it.size === size);
  const cells = (part) => all.map((size) => `${of(part, size).allocations.toFixed(1)}; ${(of(part, size).bytes / size).toFixed(2)}×`);
  const rows = [...new Set(copies.map(({ part }) => part))].map((part) => `| ${part} | ${cells(part).join(" | ")} |`);
  return [`| | ${all.map((size) => `${size.toLocaleString("en")} B`).join(" | ")} |`, `| --- |${" --: |".repeat(all.length)}`, ...rows].join("\n");
}

export function countsOf(core) {
  return [...new Set(core.flatMap(({ count }) => (count === undefined ? [] : [count])))].sort((a, b) => a - b);
}

/** Each operation that grows, with its points in order. */
export function curvesOf(core) {
  const many = core.filter(({ count }) => count !== undefined);
  return [...new Set(many.map(({ what }) => what))].map((what) => ({ what, points: many.filter((result) => result.what === what).sort((a, b) => a.count - b.count) }));
}

const cell = (ns) => (ns === undefined ? "" : time(ns));
