/** What the decoder made of the bytes, and the tree beside the map. */
import { inspect, tryAll, type Attempt } from "../layout/inspect.js";
import { shortName } from "../layout/label.js";
import type { LayoutNode } from "../layout/node.js";
import type { Refusal } from "../layout/refusal.js";
import type { SpecIndex } from "../layout/spec.js";
import { element } from "../../runner/page/dom.js";
import { writeAddress } from "./address.js";
import { Grid } from "./grid.js";
import { huesOf } from "./hues.js";
import { toHex } from "./input.js";
import { placeInWords } from "./place.js";
import { Selection } from "./selection.js";
import { Tree } from "./tree.js";

/** How many types that refuse are named when none takes the bytes. */
const FURTHEST = 5;

export function inspection(spec: SpecIndex, type: string, bytes: Uint8Array, perRow: number): HTMLElement[] {
  const result = inspect(spec, type, bytes);
  const { layout } = result;
  const refused = result.verdict === "refused" ? result : undefined;
  const family = spec.roots.get(type)?.family;
  const hues = huesOf(layout);
  const selection = new Selection();
  const about = aboutField(selection);
  const grid = new Grid({ bytes, layout, hues, perRow, selection, ...(refused && { mark: refused.mark }) });
  const tree = new Tree({ root: layout.root, hues, selection, ...(refused && { refused }) });
  const doc = spec.doc(type).text;
  if (refused) requestAnimationFrame(() => grid.bringIntoView(refused.mark.start));
  return [
    refused ? refusalLine(shortName(type), refused.refusal) : acceptedLine(shortName(type), `${plural(bytes.length, "byte")}${family === "json" ? " of JSON" : ""}`),
    ...(doc === undefined ? [] : [element("p.notes", ...prose(doc))]),
    ...(result.verdict === "accepted" && !result.agrees ? [disagreement(result.value)] : []),
    element(
      "div.panes",
      element("section.pane", element("h2", refused ? "Read before the refusal" : "Value"), tree.element),
      element("section.pane.bytes-pane", element("h2", "Bytes"), grid.element, about),
    ),
  ];
}

export function attempts(bytes: Uint8Array): HTMLElement[] {
  const all = tryAll(bytes);
  const taking = all.filter(({ refusal }) => !refusal);
  const line = taking.length > 0 ? acceptedLine(taking.length === 1 ? "One type takes these bytes" : `${taking.length} types take these bytes`, "") : element("p.verdict.failed", { role: "status" }, element("span.symbol.failed", "✗"), ` None of ${all.length} types takes these bytes. These came furthest:`);
  const shown = taking.length > 0 ? taking : all.slice(0, FURTHEST);
  return [line, element("ul.vectors.attempts", ...shown.map((attempt) => attemptItem(attempt, bytes)))];
}

function attemptItem({ type, refusal }: Attempt, bytes: Uint8Array): HTMLElement {
  return element("li", element("a", { href: writeAddress({ type, form: "hex", input: toHex(bytes) }) }, element("span.id", type)), refusal ? element("p.summary", `${refusal.kind} at ${refusal.offset}: ${refusal.message}`) : null);
}

function acceptedLine(name: string, detail: string): HTMLElement {
  return element("p.verdict.passed", { role: "status" }, element("span.symbol.passed", "✓"), " ", element("strong", name), detail === "" ? "" : `, ${detail}`);
}

function refusalLine(name: string, { kind, offset, path, message }: Refusal): HTMLElement {
  return element(
    "div.verdict.failed",
    { role: "status" },
    element("p", element("span.symbol.failed", "✗"), " ", element("strong", kind), ` at offset ${offset}`, path === "" ? `, in ${name} itself` : ", path ", path !== "" && element("code", path)),
    element("p.message", message),
  );
}

/** The map is only as good as its agreement with the decoder; tests hold it on all vectors, and this on what is pasted. */
function disagreement(value: unknown): HTMLElement {
  return element("div.verdict.failed", element("p", "The layout below does not hold the decoder’s value: do not trust it, and report these bytes. The decoder says:"), element("pre.value", JSON.stringify(value, null, 2)));
}

/** The field under the pointer or the focus, in words. */
function aboutField(selection: Selection): HTMLElement {
  const line = element("div.about", { "aria-live": "polite" });
  selection.onChange((node) => line.replaceChildren(...(node ? describeField(node) : [])));
  return line;
}

function describeField(node: LayoutNode): HTMLElement[] {
  return [element("p", element("code", node.path === "" ? "the whole message" : node.path), " ", element("span.label", node.label)), element("p.where", placeInWords(node)), ...(node.doc === undefined ? [] : [element("p.doc", ...prose(node.doc))])];
}

/** Doc text; what stands in backticks is code. */
function prose(doc: string): (HTMLElement | string)[] {
  return doc.split("`").map((part, position) => (position % 2 === 1 ? element("code", part) : part));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
