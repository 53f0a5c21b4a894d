/** Doc comments: their text and the tags that reach generated code. */
import { Node } from "ts-morph";
import type { Doc } from "../ir/model.js";

export const NO_DOC: Doc = { text: "" };

export function docOf(node: Node): Doc {
  if (!Node.isJSDocable(node)) return NO_DOC;
  const comment = node.getJsDocs().at(-1);
  if (!comment) return NO_DOC;
  const doc: Doc = { text: printable(unwrap(comment.getDescription())) };
  const since = tag(node, "since");
  const deprecated = tag(node, "deprecated");
  if (since !== undefined) doc.since = printable(since);
  if (deprecated !== undefined) doc.deprecated = printable(deprecated);
  return doc;
}

/** Controls, characters without a width, and those that turn the direction of what follows: compilers and linters refuse them in comments. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g;

const printable = (text: string): string => text.replace(INVISIBLE, "");

/** The text after `@name`, `""` if there is only the tag, undefined without it. */
export function tag(node: Node, name: string): string | undefined {
  if (!Node.isJSDocable(node)) return undefined;
  const found = node
    .getJsDocs()
    .at(-1)
    ?.getTags()
    .find((candidate) => candidate.getTagName() === name);
  return found && unwrap(found.getCommentText() ?? "");
}

/** Lines of one paragraph are joined, so that each language can wrap them anew; paragraphs stay apart. */
function unwrap(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .trim()
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.split("\n").map((line) => line.trim()).join(" "))
    .join("\n\n");
}
