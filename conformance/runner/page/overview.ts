/** The first view: did all agree, the matrix, the types, the vectors. */
import { languageTable, totals, typeTable } from "./counts.js";
import { index } from "./data.js";
import { element } from "./dom.js";
import { number, plural, statusOf, symbol } from "./format.js";
import { vectorList } from "./list.js";
import { matrixSize, pairMatrix } from "./matrix.js";

export function overview(): HTMLElement[] {
  const list = vectorList(index.types);
  const searchPair = (encoder: string, decoder: string): void => list.search(`${encoder} → ${decoder}`);
  return [
    header(),
    ...problems(),
    element(
      "section.glance",
      element("div", element("h2", "Matrix"), element("p.note", `What each language wrote, read by every other: ${matrixSize(index.pairs)}.`), pairMatrix(index.pairs, searchPair)),
      element("div", element("h2", "Languages"), languageTable(totals(index.types)), peers()),
    ),
    element("section", element("h2", "Types"), element("div.scroll", typeTable())),
    list.node,
  ];
}

function header(): HTMLElement {
  const [passed, failed, expected] = index.total;
  const all = passed + failed + expected;
  const verdict = failed > 0 ? `${number(failed)} of ${plural(all, "check")} failed` : expected > 0 ? `${number(passed)} checks passed, ${number(expected)} failed as expected` : `All ${plural(all, "check")} passed`;
  return element(
    "header",
    element("p.overline", "Meshwright conformance"),
    element("h1", symbol(statusOf(index.total)), " ", verdict),
    element("p.facts", fact("vectors", number(index.vectors)), fact("types", number(index.types.length)), fact("spec", index.spec ?? "none agreed"), fact("run", `${new Date(index.startedAt).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}, ${index.seconds.toFixed(1)} s`)),
  );
}

function fact(name: string, value: string): HTMLElement {
  return element("span.fact", element("span.name", name), " ", value);
}

function problems(): HTMLElement[] {
  if (index.problems.length === 0) return [];
  const items = index.problems.map(({ language, text }) => element("li", symbol("failed"), element("p", language !== undefined && element("strong", `${language}: `), text)));
  return [element("section.problems", element("h2", "Problems of the run"), element("ul", ...items))];
}

function peers(): HTMLElement {
  return element(
    "dl.peers",
    ...index.languages.flatMap(({ name, version, types, missing }) => [element("dt", name), element("dd", missing ?? `version ${version ?? ""}, ${plural(types ?? 0, "type")}`)]),
  );
}
