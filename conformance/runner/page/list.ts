/** A list of vectors to search and filter. Rows are made as they come into sight, so that twenty thousand cost no more than fifty. */
import type { PageType, PageVectorLine } from "../src/report/pageData.js";
import { element } from "./dom.js";
import { number, plural, symbol } from "./format.js";
import { vectorLink } from "./links.js";

const pageSize = 100;

export interface VectorList {
  node: HTMLElement;
  /** Puts words into the search box, as if typed, and brings it into sight. */
  search(words: string): void;
}

/** `types`: whose vectors. In the list of a single type the type itself is left out of the rows. */
export function vectorList(types: PageType[]): VectorList {
  const lines = types.flatMap((type) => type.vectors.map((line) => ({ type: type.id, line, haystack: `${type.id}/${line[0]} ${line[2] ?? ""} ${line[3] ?? ""}`.toLowerCase() })));
  const anyFailed = lines.some(({ line }) => line[1] !== "passed");
  const box = element("input", { type: "search", placeholder: "Search vectors", "aria-label": "Search vectors", autocomplete: "off", spellcheck: "false" });
  const only = element("input", { type: "checkbox" });
  // A type without failures is opened to see its vectors; the whole run, to see what failed.
  only.checked = anyFailed || types.length > 1;
  const count = element("p.count-line", { "aria-live": "polite" });
  const rows = element("ol.vectors");
  const sentinel = element("div.sentinel");

  let found: typeof lines = [];
  let shown = 0;
  const more = (): void => {
    rows.append(...found.slice(shown, shown + pageSize).map(({ type, line }) => row(type, line, types.length > 1)));
    shown = Math.min(found.length, shown + pageSize);
    sentinel.hidden = shown >= found.length;
  };
  const update = (): void => {
    // A pair of languages is one word.
    const words = box.value.toLowerCase().match(/\S+ → \S+|\S+/g) ?? [];
    found = lines.filter(({ line, haystack }) => (!only.checked || line[1] !== "passed") && words.every((word) => haystack.includes(word)));
    shown = 0;
    rows.replaceChildren();
    count.textContent = found.length > 0 ? `${plural(found.length, "vector")} of ${number(lines.length)}` : nothing(only.checked, anyFailed, words.length > 0);
    more();
  };
  box.addEventListener("input", update);
  only.addEventListener("change", update);
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), { rootMargin: "600px" }).observe(sentinel);
  update();

  const node = element("section.list", element("h2", "Vectors"), element("div.tools", box, element("label", only, " Only failures")), count, rows, sentinel);
  return {
    node,
    search(words) {
      box.value = words;
      update();
      node.scrollIntoView({ behavior: "smooth" });
    },
  };
}

function row(type: string, [name, status, summary]: PageVectorLine, withType: boolean): HTMLElement {
  return element(
    "li",
    element("a", { href: vectorLink(type, name) }, symbol(status), element("span.id", withType && element("span.module", `${type}/`), name)),
    summary !== undefined && element("p.summary", summary),
  );
}

function nothing(onlyFailures: boolean, anyFailed: boolean, searching: boolean): string {
  if (onlyFailures && !anyFailed) return "None failed. Untick “Only failures” to see all of them.";
  return searching ? "No vector matches." : "No vectors.";
}
