/** A survivor, as whoever has to kill it needs to see it: what differs in the code, and what would show the difference. */
import { loadBackend } from "../../../../generator/dist/backends/all.js";
import type { CodecModel } from "../../../../generator/dist/codec/model.js";
import type { Finding } from "../findings.js";
import { mutantsOf } from "../mutants/enumerate.js";
import type { SpecMutant } from "../mutants/mutant.js";
import { composite } from "../universe/composite.js";
import { Reach } from "../universe/reach.js";

/** Lines of each side of a difference. */
const LINES = 6;

export async function survivorText(model: CodecModel, finding: Finding): Promise<string> {
  const head = `  ✗ ${finding.id}${finding.side ? ` (${finding.side})` : ""}`;
  if (finding.kind === "code") return `${head}\n      a vector is missing for which this line decides`;
  const mutant = mutantsOf(model).find(({ id }) => id === finding.id);
  return mutant ? [head, ...(await difference(model, finding, mutant)), `      ${missing(finding)}`].join("\n") : head;
}

function missing({ side, operator }: Finding): string {
  const what = side === "decode" ? "an input on which the two read differently" : "a value that the two write differently";
  return `missing: ${what} (${operator})`;
}

/** The lines that only one of the two copies has: one with the mutant, one without. */
async function difference(model: CodecModel, { language }: Finding, mutant: SpecMutant): Promise<string[]> {
  const reach = new Reach(model);
  const root = reach.rootsOf(mutant.type, mutant.family)[0]!;
  const made = composite(model.spec, reach, [{ mutant: { ...mutant, edits: [] }, root }, { mutant, root }]).model;
  const files = (await loadBackend(language)).codecs(made);
  const linesOf = (index: number): string[] =>
    files
      .filter(({ path }) => new RegExp(`mutant_?${index}\\b|mutant_?${index}[_./]`, "i").test(path))
      .flatMap(({ content }) => content.split("\n"))
      .map((line) => line.replace(new RegExp(`(mutant_?)${index}(?!\\d)`, "gi"), "").trim())
      .filter((line) => line !== "");
  const [before, after] = [linesOf(0), linesOf(1)];
  return [...without(before, after).map((line) => `      - ${line}`), ...without(after, before).map((line) => `      + ${line}`)];
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Set(others);
  return lines.filter((line) => !left.has(line)).slice(0, LINES);
}
