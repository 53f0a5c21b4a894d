/** Writes everything that is made of the results: plots, and the tables of the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillMarkers } from "../../report/readme.mjs";
import { plot } from "./plot.mjs";
import { coreTable, machineLine, megabytes, rate, share, table, time } from "./tables.mjs";

const plots = {
  "flood plot": "![Messages that arrive each second, by size and system.](throughput.svg)",
  "round-trip plot": "![Round trips of half of the messages, by size and system.](latency.svg)",
};

const tables = {
  "flood messages": ["flood", (result) => result.messages_per_second, rate],
  "flood bytes": ["flood", (result) => result.megabytes_per_second, megabytes],
  "flood cpu": ["flood", (result) => result.cpu_per_message, time],
  "flood delivered": ["flood", (result) => result.delivered, share],
  ...latencies("round-trip"),
  ...latencies("one-way"),
};

export function writeReport(folder, report) {
  const { results } = report;
  const flood = { title: "Messages that arrive each second", work: "flood", figure: (result) => result.messages_per_second, inWords: rate };
  const back = { title: "There and back, half of the messages within", work: "round-trip", figure: (result) => result.latency.p50, inWords: time };
  writeFileSync(join(folder, "throughput.svg"), plot(results, flood));
  writeFileSync(join(folder, "latency.svg"), plot(results, back));
  const readme = join(folder, "README.md");
  const parts = Object.entries(tables).map(([name, [work, figure, inWords]]) => [name, table(results, work, figure, inWords)]);
  writeFileSync(readme, fillMarkers(readFileSync(readme, "utf8"), { machine: machineLine(report), core: coreTable(report.core), ...plots, ...Object.fromEntries(parts) }));
}

function latencies(work) {
  return Object.fromEntries(["p50", "p99", "p999"].map((percentile) => [`${work} ${percentile}`, [work, (result) => result.latency[percentile], time]]));
}
