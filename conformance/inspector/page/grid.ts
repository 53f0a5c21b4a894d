/** The bytes in rows, each in the colour of its field. */
import type { Layout, LayoutNode, Piece } from "../layout/node.js";
import type { Mark } from "../layout/refusal.js";
import { element } from "../../runner/page/dom.js";
import type { Selection } from "./selection.js";

/** Rows shown before "show all". */
const ROWS_AT_FIRST = 64;

export interface GridOptions {
  bytes: Uint8Array;
  layout: Layout;
  hues: ReadonlyMap<LayoutNode, number>;
  perRow: number;
  selection: Selection;
  mark?: Mark;
}

export class Grid {
  readonly element: HTMLElement;
  private readonly cells: HTMLElement[] = [];
  private readonly pieceAt: (Piece | undefined)[];
  private readonly rows: HTMLElement;
  private readonly size: number;

  constructor(private readonly options: GridOptions) {
    const { bytes, layout, mark, perRow, selection } = options;
    // A refusal may stand one past the end.
    this.size = Math.max(bytes.length, mark ? mark.start + 1 : 0);
    this.pieceAt = new Array<Piece | undefined>(this.size);
    for (const piece of layout.pieces) this.pieceAt.fill(piece, piece.start, piece.end);
    this.rows = element("div.rows", { role: "grid", "aria-label": "Bytes", onkeydown: (event) => this.onKey(event as KeyboardEvent), onmouseleave: () => selection.hover(null) });
    this.element = element("div.map", this.rows);
    this.element.style.setProperty("--per-row", String(perRow));
    this.append(Math.min(this.size, Math.max(ROWS_AT_FIRST * perRow, (mark?.start ?? 0) + perRow)));
    if (this.cells[0]) this.cells[0].tabIndex = 0;
    selection.onChange((node) => this.show(node));
  }

  /** More rows, up to byte `end`. */
  private append(end: number): void {
    const { perRow } = this.options;
    const first = this.rows.childElementCount;
    for (let row = first; row * perRow < end; row++) this.rows.append(this.row(row * perRow));
    if (this.cells.length >= this.size) return;
    const button = element("button.more", { type: "button", onclick: () => (button.remove(), this.append(this.size)) }, `Show all ${this.size} bytes`);
    this.element.append(button);
  }

  private row(start: number): HTMLElement {
    const end = Math.min(start + this.options.perRow, this.size);
    const cells = Array.from({ length: end - start }, (_, column) => this.cell(start + column));
    this.cells.push(...cells);
    return element("div.row", { role: "row" }, element("span.offset", { role: "rowheader" }, start.toString(16).padStart(4, "0")), element("span.bytes", { role: "none" }, ...cells), element("span.text", { "aria-hidden": "true" }, readable(this.options.bytes.subarray(start, end))));
  }

  private cell(at: number): HTMLElement {
    const { bytes, hues, mark, selection } = this.options;
    const piece = this.pieceAt[at];
    const byte = bytes[at];
    const hue = piece && hues.get(piece.node);
    const cell = element(
      "b",
      {
        role: "gridcell",
        tabindex: "-1",
        "data-at": String(at),
        "aria-label": `${at}: ${byte?.toString(16).padStart(2, "0") ?? "end"}${piece ? `, ${piece.node.path || piece.node.label}` : ""}`,
        ...(piece && { "data-role": piece.role }),
        ...(hue !== undefined && { "data-hue": String(hue) }),
        onfocus: () => selection.choose(piece?.node ?? (at === mark?.start ? mark.node : null)),
        onmouseenter: () => selection.hover(piece?.node ?? null),
      },
      byte?.toString(16).padStart(2, "0") ?? "··",
    );
    if (!piece) cell.classList.add("unread");
    if (mark && at >= mark.start && at < mark.end) cell.classList.add("fault");
    if (at === mark?.start) cell.classList.add("first");
    return cell;
  }

  private show(node: LayoutNode | null): void {
    this.rows.classList.toggle("marking", node !== null && node.end > node.start);
    for (const cell of this.rows.querySelectorAll(".marked")) cell.classList.remove("marked");
    if (!node) return;
    for (const cell of this.cells.slice(node.start, node.end)) cell.classList.add("marked");
    this.bringIntoView(node.start);
  }

  /** Scrolls the map only, never the page under the reader. */
  bringIntoView(at: number): void {
    const row = this.cells[at]?.closest<HTMLElement>(".row");
    if (!row) return;
    const top = row.offsetTop - this.element.offsetTop;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop || top + row.offsetHeight > scrollTop + clientHeight) this.element.scrollTop = top - clientHeight / 3;
  }

  private onKey(event: KeyboardEvent): void {
    const at = Number((event.target as HTMLElement).dataset["at"]);
    const { perRow } = this.options;
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - perRow, ArrowDown: at + perRow, Home: at - (at % perRow), End: at - (at % perRow) + perRow - 1 };
    const to = moves[event.key];
    const next = to === undefined ? undefined : this.cells[Math.min(to, this.size - 1)];
    if (to === undefined || to < 0 || !next) return;
    event.preventDefault();
    (event.target as HTMLElement).tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}

function readable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join("");
}
