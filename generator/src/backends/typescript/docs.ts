/** Doc comments. */
import type { Doc } from "../../ir/model.js";

const WIDTH = 100;

/** `facts`: what the native type does not show, such as the width of an integer. Returns the lines, indented; none if there is nothing to say. */
export function docComment(doc: Doc, { facts = "", indent = "", more = [] }: { facts?: string; indent?: string; more?: string[] } = {}): string[] {
  const paragraphs = wrap(withFacts(doc.text, facts));
  const tags = [
    ...(doc.since === undefined ? [] : [`@since ${oneLine(doc.since)}`]),
    ...(doc.deprecated === undefined ? [] : [`@deprecated ${oneLine(doc.deprecated)}`.trimEnd()]),
    ...more,
  ];
  const lines = [...paragraphs, ...(paragraphs.length > 0 && tags.length > 0 ? [""] : []), ...tags].map(escape);
  if (lines.length === 0) return [];
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

/** In the last paragraph, unless that is a list or code. */
function withFacts(text: string, facts: string): string {
  if (text === "" || facts === "") return text + facts;
  return `${text.trimEnd()}${isVerbatim(text) ? "\n\n" : " "}${facts}`;
}

const escape = (line: string): string => line.replace(/\*\//g, "*\\/");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Joins the lines of a paragraph and breaks them anew; what looks like a list or code stays as it is. */
function wrap(text: string): string[] {
  if (text === "") return [];
  return text.split(/\n[ \t]*\n/).flatMap((paragraph, index) => [...(index > 0 ? [""] : []), ...wrapParagraph(paragraph)]);
}

const isVerbatim = (text: string): boolean => /^\s*([-*+]|\d+\.|```|    )/m.test(text);

function wrapParagraph(paragraph: string): string[] {
  if (isVerbatim(paragraph)) return paragraph.split("\n").map((line) => line.trimEnd());
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/\s+/).filter((word) => word !== "")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}
