/** Decode, encode and refusals of each language. */
import type { Counts, PageType } from "../src/report/pageData.js";
import { index } from "./data.js";
import { element } from "./dom.js";
import { addCounts, countsInWords, number, statusOf, symbol } from "./format.js";
import { typeLink } from "./links.js";

const columnNames = ["decode", "encode", "refusals"] as const;

/** A row a language, for one type or for all. */
export function languageTable(counts: Counts[][]): HTMLElement {
  return element(
    "table.languages",
    element("caption", "Each language against the vectors."),
    element("thead", element("tr", element("td"), ...columnNames.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", ...index.languages.map(({ name }, position) => element("tr", element("th", { scope: "row" }, name), ...columnNames.map((_, column) => countCell(counts[position]?.[column] ?? [0, 0, 0]))))),
  );
}

function countCell(counts: Counts): HTMLElement {
  const status = statusOf(counts);
  const wrong = counts[1] + counts[2];
  return element(`td.${status}`, { title: countsInWords(counts) }, symbol(status), " ", number(counts[0]), wrong > 0 && element("span.wrong", ` ${number(wrong)} ${status === "failed" ? "failed" : "known"}`));
}

/** Over all types: by language, then by column. */
export function totals(types: PageType[]): Counts[][] {
  return index.languages.map((_, language) => columnNames.map((_, column) => addCounts(types.map((type) => type.counts[language]?.[column] ?? [0, 0, 0]))));
}

/** A row a type, those that failed first. */
export function typeTable(): HTMLElement {
  const rows = index.types.map((type) => ({ type, failed: everything(type) })).sort((a, b) => b.failed[1] - a.failed[1] || b.failed[2] - a.failed[2]);
  return element(
    "table.types",
    element("caption", "Counts are decode · encode · refusals; −1: one failed."),
    element("thead", element("tr", element("th", { scope: "col" }, "type"), element("th.figure", { scope: "col" }, "vectors"), ...index.languages.map(({ name }) => element("th", { scope: "col" }, name)))),
    element("tbody", ...rows.map(({ type }) => typeRow(type))),
  );
}

function typeRow(type: PageType): HTMLElement {
  const dot = type.id.lastIndexOf(".");
  return element(
    "tr",
    element("th", { scope: "row" }, element("a", { href: typeLink(type.id) }, element("span.module", type.id.slice(0, dot + 1)), element("wbr"), type.id.slice(dot + 1))),
    element("td.figure", number(type.vectors.length)),
    ...type.counts.map((counts, language) => {
      const status = statusOf(addCounts(counts));
      const name = index.languages[language]?.name ?? "";
      return element(`td.${status}`, { "data-language": name, title: counts.map((count, column) => `${columnNames[column]}: ${countsInWords(count)}`).join("\n") }, symbol(status), element("span.three", ...threeCounts(counts)));
    }),
  );
}

function threeCounts(counts: Counts[]): (HTMLElement | string)[] {
  return counts.flatMap(([passed, failed, expected], position) => {
    const wrong = failed + expected;
    const figure = element("span", number(passed), wrong > 0 && element("span.wrong", `−${number(wrong)}`));
    return position === 0 ? [figure] : [element("span.dot", " · "), figure];
  });
}

function everything(type: PageType): Counts {
  return addCounts([...type.counts.flat(), ...type.pairs.flat()]);
}
