/** The square of ordered pairs: rows encode, columns decode. */
import type { Counts } from "../src/report/pageData.js";
import { index } from "./data.js";
import { element } from "./dom.js";
import { countsInWords, number, plural, shortNumber, statusOf, symbol, type Shown } from "./format.js";

/** `onPair` makes the cells that failed pressable. */
export function pairMatrix(pairs: Counts[][], onPair?: (encoder: string, decoder: string) => void): HTMLElement {
  return square("Rows encode, columns decode what the row wrote.", (a, b, encoder, decoder) => {
    const counts = pairs[a]?.[b] ?? [0, 0, 0];
    const status = statusOf(counts);
    const title = `${encoder} encodes, ${decoder} decodes: ${countsInWords(counts)}`;
    const wrong = counts[1] + counts[2];
    const content = [
      symbol(status),
      element("span.count", number(counts[0])),
      wrong > 0 && element("span.wrong", status === "failed" ? `${shortNumber(counts[1])} failed` : `${shortNumber(wrong)} known`),
    ];
    if (wrong === 0 || !onPair) return element(`td.cell.${status}`, { title }, ...content);
    return element(`td.cell.${status}`, { title }, element("button", { type: "button", onclick: () => onPair(encoder, decoder) }, ...content));
  });
}

/** One vector's square: a symbol a cell. */
export function symbolMatrix(status: (encoder: number, decoder: number) => Shown): HTMLElement {
  return square("Rows encode, columns decode what the row wrote.", (a, b, encoder, decoder) => {
    const shown = status(a, b);
    return element(`td.cell.small.${shown}`, { title: `${encoder} encodes, ${decoder} decodes` }, symbol(shown));
  });
}

function square(caption: string, cell: (a: number, b: number, encoder: string, decoder: string) => HTMLElement): HTMLElement {
  const names = index.languages.map(({ name }) => name);
  return element(
    "table.matrix",
    element("caption", caption),
    element("thead", element("tr", element("td.corner"), ...names.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", ...names.map((encoder, a) => element("tr", element("th", { scope: "row" }, encoder), ...names.map((decoder, b) => cell(a, b, encoder, decoder))))),
  );
}

/** How many checks a matrix holds, in words. */
export function matrixSize(pairs: Counts[][]): string {
  return plural(pairs.flat().reduce((sum, counts) => sum + counts[0] + counts[1] + counts[2], 0), "check");
}
