/** Parts of an explanation, made ready for the page's template. */
import { rowsOf, type Cell, type Piece } from "../explain/boxes.js";
import type { Block, Part } from "../explain/explanation.js";
import { escape } from "./html.js";

/** Each kind has its own member; those of the other kinds are null, since templates refuse what is not there. */
export interface BlockView {
  text: string | null;
  diagram: RowView[] | null;
  strip: PartView[] | null;
  table: { titles: string[]; rows: { cells: { role: string; text: string }[]; text: string; note: string | null }[] } | null;
  example: { text: string; note: string }[] | null;
}

interface RowView {
  offset: number | string;
  cells: { span: number; style: string; label: string; says: string }[];
}

interface PartView {
  label: string;
  size: string;
  /** Share of the strip's width. */
  grow: number;
  style: string;
  says: string;
}

const NOTHING: BlockView = { text: null, diagram: null, strip: null, table: null, example: null };

export function viewBlock(block: Block, link: (text: string) => string): BlockView {
  switch (block.kind) {
    case "text":
      return { ...NOTHING, text: link(block.text) };
    case "diagram":
      return { ...NOTHING, diagram: viewDiagram(block.pieces) };
    case "strip":
      return { ...NOTHING, strip: block.parts.map(viewPart) };
    case "table": {
      const titles = block.columns.map(({ title }) => title);
      const roles = block.columns.map(({ role }) => role);
      const rows = block.rows.map(({ cells, text, note }) => ({ cells: cells.map((cell, column) => ({ role: roles[column]!, text: escape(cell) })), text: link(text), note: note ? link(note) : null }));
      return { ...NOTHING, table: { titles, rows } };
    }
    case "example":
      return { ...NOTHING, example: block.lines.map(({ text, note }) => ({ text: escape(text), note: link(note) })) };
  }
}

function viewDiagram(pieces: Piece[]): RowView[] {
  const rows = rowsOf(pieces);
  return rows.map((row, index) => ({
    offset: row[0]!.skipped ? "⋮" : row[0]!.offset,
    cells: row.map((cell) => ({ span: cell.width, style: styleOf(cell, rows[index - 1]), label: escape(cell.label), says: escape(cell.piece.says) })),
  }));
}

/** A value that goes on below itself has no line between. */
function styleOf({ piece, label }: Cell, above: Cell[] | undefined): string {
  const goesOn = label === "" && above?.[0]?.piece === piece;
  return [piece.filler && "filler", goesOn && "more"].filter(Boolean).join(" ");
}

/** Wider than this a box says no more. */
const WIDEST = 8;

function viewPart({ label, size, says }: Part): PartView {
  return { label: escape(label), size: size === null ? "…" : String(size), grow: size === null ? WIDEST / 2 : Math.min(Math.max(size, 1), WIDEST), style: size === null ? "varies" : "", says: escape(says) };
}
