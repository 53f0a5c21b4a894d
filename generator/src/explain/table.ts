/** Lays out columns for a terminal. */
import pc from "picocolors";

export interface Page {
  color: boolean;
  /** Columns of the terminal. */
  width: number;
}

export type Paint = ReturnType<typeof pc.createColors>;
export const paintOf = (page: Page): Paint => pc.createColors(page.color);

export interface Row {
  /** All but the last column; they are never wrapped. */
  cells: string[];
  /** The last column, wrapped to what is left of the width. */
  text: string;
  /** Smaller print below the text. */
  note?: string;
}

/** Narrower than this the last column is not made: lines run over instead. */
const LEAST_TEXT = 24;
const GAP = "  ";

/** Lines, without a trailing space. `paints` colours the cells, one function a column. */
export function table(header: string[], rows: Row[], page: Page, paints: ((text: string) => string)[] = []): string[] {
  const paint = paintOf(page);
  const columns = header.length - 1;
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...[header, ...rows.map((row) => row.cells)].map((cells) => (cells[column] ?? "").length)));
  const indent = widths.reduce((total, width) => total + width + GAP.length, 0);
  const textWidth = Math.max(LEAST_TEXT, page.width - indent);
  const line = (cells: string[], text: string, color: (text: string, column: number) => string): string =>
    [...widths.map((width, column) => color((cells[column] ?? "").padEnd(width), column)), text].join(GAP).trimEnd();

  const body = rows.flatMap((row) => {
    const text = [...(row.text === "" && row.note ? [] : wrap(row.text, textWidth)), ...(row.note ? wrap(row.note, textWidth).map(paint.dim) : [])];
    return text.map((part, index) => line(index === 0 ? row.cells : [], part, (cell, column) => (index === 0 && paints[column] ? paints[column](cell) : cell)));
  });
  return [paint.dim(line(header, header.at(-1)!, (cell) => cell)), ...body];
}

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
