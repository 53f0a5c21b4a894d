/** Writes an explanation for a terminal. */
import { encodingWord } from "../../check/places.js";
import type { Block, Explanation, Form, Section } from "../explanation.js";
import { diagram } from "./diagram.js";
import { example } from "./example.js";
import { paintOf, table, wrap, type Page } from "./table.js";

export function show(explanation: Explanation, page: Page): string {
  const several = explanation.forms.length > 1;
  return [...title(explanation, page), "", ...explanation.forms.flatMap((one) => [...form(one, explanation, several, page), ""])].join("\n").trimEnd();
}

function title({ type, facts }: Explanation, page: Page): string[] {
  const paint = paintOf(page);
  const { text, since, deprecated } = type.doc;
  const doc = [deprecated !== undefined && `Deprecated. ${deprecated}`, text, since && `Since ${since}.`].filter((part) => part !== undefined && part !== false && part !== "");
  return [`${paint.bold(type.id)}  ${facts}`, ...doc.flatMap((part) => wrap(String(part).trim(), page.width)).map(paint.dim)];
}

function form({ encoding, sections }: Form, { type }: Explanation, several: boolean, page: Page): string[] {
  const { bold } = paintOf(page);
  const above = several && encoding ? [bold(`As ${encodingWord(encoding)}:`)] : [];
  return [...above, ...sections.flatMap((section) => [...(section.type === type ? [] : ["", bold(section.type.name)]), ...blocks(section, type, page)])];
}

/** Parts of a message are not drawn again: its own diagram shows them in their places. */
function blocks({ type, blocks }: Section, whole: Explanation["type"], page: Page): string[] {
  const drawn = type === whole && "root" in type && type.root !== undefined;
  return blocks.filter(({ kind }) => drawn || kind !== "diagram").flatMap((one) => block(one, page));
}

function block(block: Block, page: Page): string[] {
  switch (block.kind) {
    case "text":
      return [block.quiet ? paintOf(page).dim(block.text) : block.text];
    case "diagram":
      return [...diagram(block.pieces), ""];
    case "strip":
      return [];
    case "table":
      return table(block, page);
    case "example":
      return example(block.lines, page);
  }
}
