/** Writes everything that is made of the results: plots, and the tables of the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillMarkers } from "../../report/readme.mjs";
import { alone, copiesTable, growth } from "./core-tables.mjs";
import { growthPlot } from "./growth-plot.mjs";
import { plot } from "./plot.mjs";
import { machineLine, megabytes, rate, share, table, time } from "./tables.mjs";

/** Each plot by its marker: its file, what it says, and how it is drawn. */
const plots = {
  "flood plot": ["throughput.svg", "Messages that arrive each second, by size and system.", ({ results }) => plot(results, flood)],
  "round-trip plot": ["latency.svg", "Round trips of half of the messages, by size and system.", ({ results }) => plot(results, back)],
  "growth plot": ["growth.svg", "Time for one operation, by how many peers, routes or channels there are.", ({ core }) => growthPlot(core)],
};

const flood = { title: "Messages that arrive each second", work: "flood", figure: (result) => result.messages_per_second, inWords: rate };
const back = { title: "There and back, half of the messages within", work: "round-trip", figure: (result) => result.latency.p50, inWords: time };

const tables = {
  "flood messages": ["flood", (result) => result.messages_per_second, rate],
  "flood bytes": ["flood", (result) => result.megabytes_per_second, megabytes],
  "flood cpu": ["flood", (result) => result.cpu_per_message, time],
  "flood delivered": ["flood", (result) => result.delivered, share],
  ...latencies("round-trip"),
  ...latencies("one-way"),
};

/** Only what was timed is drawn. */
export function writeReport(folder, report) {
  const { results, core, copies } = report;
  const timed = { "flood plot": results, "round-trip plot": results, "growth plot": core };
  const drawn = Object.entries(plots).map(([name, [file, says, draw]]) => {
    if (timed[name].length === 0) return [name, ""];
    writeFileSync(join(folder, file), draw(report));
    return [name, `![${says}](${file})`];
  });
  const filled = Object.entries(tables).map(([name, [work, figure, inWords]]) => [name, table(results, work, figure, inWords)]);
  const parts = { machine: machineLine(report), core: alone(core), growth: growth(core), copies: copiesTable(copies), ...Object.fromEntries([...drawn, ...filled]) };
  const readme = join(folder, "README.md");
  writeFileSync(readme, fillMarkers(readFileSync(readme, "utf8"), parts));
}

function latencies(work) {
  return Object.fromEntries(["p50", "p99", "p999"].map((percentile) => [`${work} ${percentile}`, [work, (result) => result.latency[percentile], time]]));
}
