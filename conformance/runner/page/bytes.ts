/** Bytes in rows of eight, with marks. */
import { element } from "./dom.js";
import { plural } from "./format.js";

const perRow = 8;
/** Rows shown of a long message before "show all". */
const rowsAtFirst = 24;

export interface Marks {
  /** Index of a byte to box, with what the mark means. One past the end is possible. */
  at?: number;
  label?: string;
  /** Index of a byte that another dump has boxed. */
  counterpart?: number;
  /** Whether a byte is not the expected one. */
  differs?: (index: number) => boolean;
}

export function hexDump(hex: string, marks: Marks = {}): HTMLElement {
  const size = hex.length / 2;
  const rows = Math.max(1, Math.ceil((size + (marks.at === size ? 1 : 0)) / perRow));
  const body = element("div.rows");
  const from = rows <= rowsAtFirst ? 0 : Math.max(0, Math.min(rows - rowsAtFirst, Math.floor((marks.at ?? marks.counterpart ?? 0) / perRow) - 4));
  const show = (first: number, end: number): void => body.replaceChildren(...Array.from({ length: end - first }, (_, row) => hexRow(hex, first + row, size, marks)));
  show(from, Math.min(rows, from + rowsAtFirst));
  const dump = element("div.dump", body);
  if (rows > rowsAtFirst) {
    const all = element("button.more", { type: "button", onclick: () => (show(0, rows), all.remove()) }, `Show all ${plural(size, "byte")}`);
    dump.append(all);
  }
  if (marks.at !== undefined && marks.label) dump.append(element("p.legend", element("span.first", "▲"), ` ${marks.label} at ${marks.at}`));
  return dump;
}

function hexRow(hex: string, row: number, size: number, marks: Marks): HTMLElement {
  const start = row * perRow;
  const end = Math.min(size + (marks.at === size ? 1 : 0), start + perRow);
  const bytes = Array.from({ length: Math.max(0, end - start) }, (_, column) => {
    const at = start + column;
    const text = at < size ? hex.slice(at * 2, at * 2 + 2) : "··";
    return element(kindOf(at, marks), text);
  });
  return element("div.row", element("span.offset", start.toString(16).padStart(4, "0")), element("span.bytes", ...bytes), element("span.text", { "aria-hidden": "true" }, readable(hex, start, Math.min(size, start + perRow))));
}

function kindOf(at: number, marks: Marks): "b" | `b.${string}` {
  if (at === marks.at) return "b.first";
  if (at === marks.counterpart) return "b.counterpart";
  return marks.differs?.(at) ? "b.differs" : "b";
}

function readable(hex: string, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) {
    const code = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
    text += code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : "·";
  }
  return text;
}
