/** Draws boxes for a terminal. */
import { ROW, rowsOf, type Cell, type Piece } from "../boxes.js";

/** Characters of one byte, without its border. */
const CELL = 8;

/** Lines of at most 80 columns. A dotted row stands for rows that are left out. */
export function diagram(all: Piece[]): string[] {
  const rows = rowsOf(all);
  const lines = [ruler(rows[0]?.reduce((total, cell) => total + cell.width, 0) ?? ROW)];
  rows.forEach((row, index) => {
    lines.push(border(index === 0 ? undefined : rows[index - 1]!, row));
    lines.push(`${row[0]!.skipped ? "   ⋮" : String(row[0]!.offset).padStart(4)} │${row.map((cell) => fit(cell.label, inner(cell)) + "│").join("")}`);
  });
  const last = rows.at(-1);
  if (last) lines.push(border(last, undefined));
  return lines;
}

const inner = (cell: Cell): number => cell.width * (CELL + 1) - 1;

function fit(label: string, width: number): string {
  const text = ` ${label}`;
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

/** Numbers the bytes of a row, each above the middle of its byte. */
function ruler(width: number): string {
  return `      ${Array.from({ length: width }, (_, byte) => String(byte).padStart(CELL / 2).padEnd(CELL + 1)).join("")}`.trimEnd();
}

/** The line between two rows: left out where one value goes on from above to below. */
function border(above: Cell[] = [], below: Cell[] = []): string {
  const [up, down] = [edges(above), edges(below)];
  const last = Math.max(...up, ...down);
  const drawn = (at: number): boolean => at >= 0 && at < last && (pieceAt(above, at) === undefined || pieceAt(above, at) !== pieceAt(below, at));
  const line = Array.from({ length: last + 1 }, (_, at) => junction(up.has(at), down.has(at), drawn(at - 1), drawn(at)));
  return `     ${line.join("")}`.trimEnd();
}

/** Where the upright lines of a row stand. */
function edges(cells: Cell[]): Set<number> {
  return new Set(cells.length === 0 ? [] : [0, ...cells.map((_, index) => span(cells.slice(0, index + 1)))]);
}

/** What stands between one character and the next. */
const pieceAt = (cells: Cell[], at: number): Piece | undefined => cells.find((_, index) => at < span(cells.slice(0, index + 1)))?.piece;

const span = (cells: Cell[]): number => cells.reduce((total, cell) => total + cell.width * (CELL + 1), 0);

const JUNCTIONS: Record<string, string> = {
  "0000": " ", "0001": "─", "0010": "─", "0011": "─",
  "0100": "│", "0101": "┌", "0110": "┐", "0111": "┬",
  "1000": "│", "1001": "└", "1010": "┘", "1011": "┴",
  "1100": "│", "1101": "├", "1110": "┤", "1111": "┼",
};

const junction = (up: boolean, down: boolean, left: boolean, right: boolean): string => JUNCTIONS[[up, down, left, right].map(Number).join("")]!;
