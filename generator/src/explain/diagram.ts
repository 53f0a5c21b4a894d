/** Draws a message of fixed size as boxes, eight bytes a row. */
import type { Sizes } from "../codec/sizes.js";
import type { Family } from "../codec/model.js";
import type { TypeExpr } from "../ir/model.js";
import type { Types } from "./describe.js";

export interface Piece {
  label: string;
  /** Bytes. */
  size: number;
}

const ROW = 8;
/** Characters of one byte, without its border. */
const CELL = 8;

/** Structures inside are taken apart, so that each box is a value. The type must have a fixed size. */
export function pieces(type: TypeExpr, label: string, family: Family, sizes: Sizes, types: Types): Piece[] {
  const target = type.kind === "ref" || type.kind === "embedded" ? types.get(type.type) : undefined;
  if (target?.kind === "struct")
    return target.fields.flatMap((field) => pieces(field.type, label === "" ? field.name : `${label}.${field.name}`, family, sizes, types));
  return [{ label, size: sizes.fixed(type, family)! }];
}

/** Lines of at most 80 columns. Rows that hold nothing but the middle of one value are left out, which a dotted row shows. */
export function diagram(all: Piece[]): string[] {
  const rows = rowsOf(all.filter(({ size }) => size > 0));
  const lines = [ruler(rows[0]?.reduce((total, cell) => total + cell.width, 0) ?? ROW)];
  rows.forEach((row, index) => {
    lines.push(border(index === 0 ? undefined : rows[index - 1]!, row));
    lines.push(`${row[0]!.skipped ? "   ⋮" : String(row[0]!.offset).padStart(4)} │${row.map((cell) => fit(cell.label, inner(cell)) + "│").join("")}`);
  });
  const last = rows.at(-1);
  if (last) lines.push(border(last, undefined));
  return lines;
}

interface Cell {
  label: string;
  offset: number;
  /** Bytes in this row. */
  width: number;
  piece: Piece;
  /** Stands for rows that were left out. */
  skipped: boolean;
}

function rowsOf(all: Piece[]): Cell[][] {
  const rows: Cell[][] = [];
  let offset = 0;
  for (const piece of all) {
    for (let done = 0; done < piece.size; ) {
      const column = offset % ROW;
      const left = piece.size - done;
      // Of whole rows in the middle only one is drawn.
      const whole = column === 0 && done > 0 ? Math.floor((left - 1) / ROW) : 0;
      const skipped = whole > 1;
      const width = Math.min(ROW - column, left);
      const cell = { label: done > 0 ? "" : piece.size > ROW ? `${piece.label} (${piece.size} bytes)` : piece.label, offset, width, piece, skipped };
      if (column === 0) rows.push([cell]);
      else rows.at(-1)!.push(cell);
      const step = skipped ? whole * ROW : width;
      offset += step;
      done += step;
    }
  }
  return rows;
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
