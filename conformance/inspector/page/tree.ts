/** The decoded value as a tree. Arrow keys walk it; each row knows its field. */
import type { LayoutNode, Neutral } from "../layout/node.js";
import type { Mark, Refusal } from "../layout/refusal.js";
import { element, type Child } from "../../runner/page/dom.js";
import { placeOf } from "./place.js";
import type { Selection } from "./selection.js";

/** Of a long list, shown before "more". */
const SHOWN_AT_ONCE = 100;
const LONGEST_VALUE = 400;

export interface TreeOptions {
  root: LayoutNode;
  hues: ReadonlyMap<LayoutNode, number>;
  selection: Selection;
  refused?: { mark: Mark; refusal: Refusal };
}

export class Tree {
  readonly element: HTMLElement;
  private readonly rows = new Map<LayoutNode, HTMLElement>();

  constructor(private readonly options: TreeOptions) {
    this.element = element("ul.tree", { role: "tree", "aria-label": "Fields", onkeydown: (event) => this.onKey(event as KeyboardEvent) }, this.item(options.root, 1));
    this.rowOf(options.root)?.setAttribute("tabindex", "0");
    options.selection.onChange((node) => this.show(node));
  }

  private item(node: LayoutNode, level: number): HTMLElement {
    const { selection } = this.options;
    const row = element(
      "div.field",
      {
        role: "treeitem",
        tabindex: "-1",
        "aria-level": String(level),
        ...(node.children.length > 0 && { "aria-expanded": "true" }),
        onfocus: () => selection.choose(node),
        onmouseenter: () => selection.hover(node),
        onmouseleave: () => selection.hover(null),
      },
      ...this.content(node),
    );
    row.style.setProperty("--level", String(level - 1));
    if (node.hidden || node.absent) row.classList.add("quiet");
    this.rows.set(node, row);
    return element("li", { role: "none" }, row, node.children.length > 0 && this.branch(node, level));
  }

  private content(node: LayoutNode): Child[] {
    const { hues, refused } = this.options;
    const hue = hues.get(node);
    const here = refused?.mark.node === node;
    return [
      element("span.swatch", hue === undefined ? {} : { "data-hue": String(hue) }),
      element("span.step", node.step === "" ? node.label : node.step),
      node.step !== "" && node.label !== "" && element("span.label", node.label),
      node.cases.length > 0 && element("span.case", node.cases.join(" · ")),
      element("span.shown", shownValue(node)),
      element("span.place", placeOf(node)),
      here && element("span.refused", `✗ ${refused.refusal.kind}`),
    ];
  }

  private branch(node: LayoutNode, level: number): HTMLElement {
    const list = element("ul", { role: "group" });
    let shown = 0;
    const more = (): void => {
      const next = node.children.slice(shown, shown + SHOWN_AT_ONCE);
      shown += next.length;
      list.append(...next.map((child) => this.item(child, level + 1)));
      const left = node.children.length - shown;
      if (left > 0) list.append(element("li", { role: "none" }, this.moreButton(left, more)));
    };
    more();
    return list;
  }

  private moreButton(left: number, more: () => void): HTMLElement {
    const button = element("button.more", { type: "button", onclick: () => (button.parentElement?.remove(), more()) }, `${left} more`);
    return button;
  }

  private show(node: LayoutNode | null): void {
    for (const row of this.element.querySelectorAll(".field.current")) row.classList.remove("current");
    if (node) this.rowOf(node)?.classList.add("current");
  }

  private rowOf(node: LayoutNode): HTMLElement | undefined {
    return this.rows.get(node);
  }

  private onKey(event: KeyboardEvent): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>(".field");
    if (!row) return;
    const next = this.destination(event.key, row);
    if (!next) return;
    event.preventDefault();
    if (next === row) return;
    row.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /** Where a key leads; the row itself if the key opened or closed it. */
  private destination(key: string, row: HTMLElement): HTMLElement | undefined {
    const rows = [...this.element.querySelectorAll<HTMLElement>(".field")].filter((one) => one.offsetParent !== null);
    const at = rows.indexOf(row);
    const expanded = row.getAttribute("aria-expanded");
    const level = Number(row.getAttribute("aria-level"));
    switch (key) {
      case "ArrowDown":
        return rows[at + 1];
      case "ArrowUp":
        return rows[at - 1];
      case "Home":
        return rows[0];
      case "End":
        return rows.at(-1);
      case "ArrowRight":
        return expanded === "false" ? setExpanded(row, true) : expanded === "true" ? rows[at + 1] : undefined;
      case "ArrowLeft":
        return expanded === "true" ? setExpanded(row, false) : rows.slice(0, at).findLast((one) => Number(one.getAttribute("aria-level")) < level);
      default:
        return undefined;
    }
  }
}

function setExpanded(row: HTMLElement, expanded: boolean): HTMLElement {
  row.setAttribute("aria-expanded", String(expanded));
  return row;
}

function shownValue({ value, absent }: LayoutNode): string {
  if (absent) return "absent";
  if (value === undefined) return "";
  const text = inWords(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function inWords(value: Neutral): string {
  if (value === "") return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(" · ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
