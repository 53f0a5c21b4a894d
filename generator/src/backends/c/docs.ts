/** Doc comments. */
import type { Doc } from "../../ir/model.js";

const WIDTH = 108;

/** The lines of a comment at `indent`, or none for a thing without a doc. `extra` paragraphs follow the spec's own. */
export function comment(doc: Doc | undefined, indent: string, extra: string[] = []): string[] {
  const paragraphs = [...(doc?.text ? doc.text.split(/\n\s*\n/) : []), ...extra];
  if (doc?.since !== undefined) paragraphs.push(`Since ${doc.since}.`);
  if (doc?.deprecated !== undefined) paragraphs.push(`Deprecated${doc.deprecated === "" ? "." : `: ${doc.deprecated}`}`);
  if (paragraphs.length === 0) return [];
  const lines = paragraphs.flatMap((paragraph, index) => [...(index > 0 ? [""] : []), ...paragraph.split("\n").flatMap((line) => wrap(escape(line.trim()), WIDTH - indent.length))]);
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

/** Neither the end of a comment nor the start of one inside it, no backslash at the end of a line, and nothing that documentation tools take for a tag of HTML. */
const escape = (text: string): string => text.replaceAll("*/", "* /").replaceAll("/*", "/ *").replace(/\\$/, "\\ ").replaceAll("??/", "? ?/").replace(/<(?=[A-Za-z/])/g, "\\<");

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
