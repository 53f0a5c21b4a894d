/** Doc comments and attributes from a spec's docs. */
import type { Doc } from "../../ir/model.js";
import { stringLiteral } from "./words.js";

/** Of a line of a doc comment, without indentation and marker. */
const WIDTH = 92;

/** Lines without markers, escaped for rustdoc; then what the generator knows. */
export function docLines(doc: Doc, ...notes: string[]): string[] {
  const since = doc.since === undefined ? [] : [`Since ${doc.since}.`];
  const paragraphs = [escapeDoc(doc.text), ...notes, ...since].filter((paragraph) => paragraph !== "");
  return paragraphs.length === 0 ? [] : paragraphs.join("\n\n").split("\n");
}

/** `#[deprecated]`, with the reason if there is one. */
export function deprecation(doc: Doc): string[] {
  if (doc.deprecated === undefined) return [];
  return [doc.deprecated === "" ? "#[deprecated]" : `#[deprecated(note = ${stringLiteral(doc.deprecated)})]`];
}

/**
 * Markdown as rustdoc reads it, with nothing left that it would take for a link, a tag or an example to compile. Lines lose their indentation, which
 * would make code of them; what stands between backticks stays.
 */
export function escapeDoc(text: string): string {
  let fenced = false;
  const lines = text.split("\n").map((line) => {
    const fence = /^\s*(```|~~~)(\w*)/.exec(line);
    if (fence) {
      fenced = !fenced;
      return fenced ? fence[1]! + (fence[2] === "" || fence[2] === "rust" ? "text" : fence[2]!) : fence[1]!;
    }
    return fenced ? line.trimEnd() : wrapped(escapeLine(line.trim()));
  });
  if (fenced) lines.push("```");
  return lines.join("\n").trim();
}

/** Long lines are broken between words; what looks like a list or a table stays as it is, since its lines mean something. */
function wrapped(text: string): string {
  if (text.length <= WIDTH || /^([-*+|#]|\d+[.)])/.test(text)) return text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    // A word that would begin a list, a title or a quotation stays where it is.
    if (longer.length > WIDTH && /^[\p{L}\p{N}`"'(]/u.test(word) && !/^\d+[.)]$/.test(word)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].filter((part) => part !== "").join("\n");
}

function escapeLine(line: string): string {
  const pieces = line.split("`");
  // An odd backtick opens nothing.
  const spans = pieces.length % 2 === 1;
  return pieces
    .map((piece, index) => (spans && index % 2 === 1 ? piece : piece.replace(/[[\]<>]/g, "\\$&").replace(/https?:\/\/[^\s\\]+/g, "<$&>")))
    .join(spans ? "`" : "\\`");
}
