/** Writes everything that is made of the results: plots, and the tables of the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { growthPlot } from "./growth-plot.mjs";
import { ratioPlot } from "./ratio-plot.mjs";
import { fillMarkers } from "../../report/readme.mjs";
import { aimTable, growthTable, headerTable, languageSections, machineLines, sizeTable } from "./tables.mjs";

/** Into `folder`, whose parent holds the README. */
export function writeReport(folder, report) {
  const { results } = report;
  writeFileSync(join(folder, "ratios.svg"), ratioPlot(results));
  writeFileSync(join(folder, "growth.svg"), growthPlot(results));
  const readme = join(folder, "..", "README.md");
  const parts = {
    "codecs machine": machineLines(report),
    "codecs aims": aimTable(results),
    "codecs header": headerTable(results),
    "codecs growth": growthTable(results),
    "codecs sizes": sizeTable(results),
    "codecs languages": languageSections(results),
  };
  writeFileSync(readme, fillMarkers(readFileSync(readme, "utf8"), parts));
}
