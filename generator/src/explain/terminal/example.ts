/** Lays out example JSON for a terminal. */
import type { ExampleLine } from "../explanation.js";
import { paintOf, wrap, type Page } from "./table.js";

/** The example on the left, the notes on the right, both in the page's width. */
export function example(lines: ExampleLine[], page: Page): string[] {
  const paint = paintOf(page);
  const left = Math.min(Math.floor(page.width / 2), Math.max(...lines.map(({ text }) => text.length)) + 2);
  return lines.flatMap(({ text, note }) => {
    if (note === "") return [text];
    const notes = wrap(note, Math.max(24, page.width - left));
    const beside = text.length + 2 <= left;
    const rest = notes.map((part) => `${" ".repeat(left)}${paint.dim(part)}`);
    return beside ? [`${text.padEnd(left)}${paint.dim(notes[0]!)}`, ...rest.slice(1)] : [text, ...rest];
  });
}
