/** One type: its matrix, its languages, its vectors. */
import { languageTable } from "./counts.js";
import { typeById } from "./data.js";
import { element } from "./dom.js";
import { addCounts, countsInWords, statusOf, symbol } from "./format.js";
import { vectorList } from "./list.js";
import { matrixSize, pairMatrix } from "./matrix.js";

export function typeView(id: string): HTMLElement[] {
  const type = typeById(id);
  if (!type) return [element("header", element("h1", "No such type"), element("p", `This run had no vectors of ${id}.`), element("p", element("a", { href: "#/" }, "Overview")))];
  const list = vectorList([type]);
  const all = addCounts([...type.counts.flat(), ...type.pairs.flat()]);
  return [
    element("header", element("p.overline", element("a", { href: "#/" }, "Overview")), element("h1.id", symbol(statusOf(all)), " ", id), element("p.facts", countsInWords(all))),
    element(
      "section.glance",
      element("div", element("h2", "Matrix"), element("p.note", `${matrixSize(type.pairs)}.`), pairMatrix(type.pairs, (encoder, decoder) => list.search(`${encoder} → ${decoder}`))),
      element("div", element("h2", "Languages"), languageTable(type.counts)),
    ),
    list.node,
  ];
}
