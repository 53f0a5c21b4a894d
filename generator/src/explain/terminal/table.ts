/** Lays out columns for a terminal. */
import pc from "picocolors";
import type { Column, Table } from "../explanation.js";

export interface Page {
  color: boolean;
  /** Columns of the terminal. */
  width: number;
}

type Paint = ReturnType<typeof pc.createColors>;
export const paintOf = (page: Page): Paint => pc.createColors(page.color);

/** Narrower than this the last column is not made: lines run over instead. */
const LEAST_TEXT = 24;
const GAP = "  ";

/** Lines, without a trailing space. The last column is wrapped to what is left of the width, its notes in small print below it. */
export function table({ columns, rows }: Table, page: Page): string[] {
  const paint = paintOf(page);
  const header = columns.map(({ title }) => title);
  const paints = columns.map(({ role }) => colorOf(role, paint));
  const widths = columns.slice(0, -1).map((_, column) => Math.max(...[header, ...rows.map((row) => row.cells)].map((cells) => (cells[column] ?? "").length)));
  const indent = widths.reduce((total, width) => total + width + GAP.length, 0);
  const textWidth = Math.max(LEAST_TEXT, page.width - indent);
  const line = (cells: string[], text: string, color: (text: string, column: number) => string): string =>
    [...widths.map((width, column) => color((cells[column] ?? "").padEnd(width), column)), text].join(GAP).trimEnd();

  const body = rows.flatMap((row) => {
    const text = [...(row.text === "" && row.note ? [] : wrap(row.text, textWidth)), ...(row.note ? wrap(row.note, textWidth).map(paint.dim) : [])];
    return text.map((part, index) => line(index === 0 ? row.cells : [], part, (cell, column) => (index === 0 ? paints[column]!(cell) : cell)));
  });
  return [paint.dim(line(header, header.at(-1)!, (cell) => cell)), ...body];
}

const colorOf = (role: Column["role"], paint: Paint): ((text: string) => string) => ({ number: paint.yellow, name: paint.cyan, text: (text: string) => text })[role];

/** At least one line; a word that is longer than a line is broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\n+/)) {
    let line = "";
    for (const word of paragraph.split(" ").flatMap((whole) => (whole.length > width ? whole.match(new RegExp(`.{1,${width}}`, "gu"))! : [whole]))) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
