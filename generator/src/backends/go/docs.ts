/** Doc comments in the form that gofmt leaves alone. */
import type { Doc } from "../../ir/model.js";

/**
 * The lines of a doc comment, with their markers. Lines lose their indentation, since gofmt would take it for a list or for code; `fallback`
 * stands in for a doc that says nothing.
 */
export function docLines(doc: Doc, fallback?: string, notes: readonly string[] = []): string[] {
  const paragraphs = doc.text
    .split("\n")
    .map(escapeLine)
    .join("\n")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "");
  if (paragraphs.length === 0 && fallback !== undefined) paragraphs.push(fallback);
  paragraphs.push(...notes);
  if (doc.since !== undefined) paragraphs.push(`Since ${escapeLine(doc.since)}.`);
  if (doc.deprecated !== undefined) paragraphs.push(`Deprecated: ${escapeLine(doc.deprecated.replace(/\s+/g, " ")) || "do not use."}`);
  if (paragraphs.length === 0) return [];
  return paragraphs
    .join("\n\n")
    .split("\n")
    .flatMap(wrap)
    .map((line) => (line === "" ? "//" : `// ${line}`));
}

const WIDTH = 117;

/** A long line as several. */
function wrap(line: string): string[] {
  const lines = [""];
  for (const word of line.split(" ")) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1)!} ${word}`;
    if (longer.length > WIDTH && lines.at(-1) !== "") lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((wrapped, i) => (i === 0 ? wrapped : escapeLine(wrapped)));
}

/** gofmt moves link definitions to the end of a comment and sets headings apart; a doc means neither. Two backticks or apostrophes it makes quotes. */
function escapeLine(line: string): string {
  return line.trim().replace(/^(\[[^\]]*\]):/, "$1 :").replace(/^#(?=\s)/, "No.").replace(/\s+/g, " ").replaceAll("``", "“").replaceAll("''", "”");
}
