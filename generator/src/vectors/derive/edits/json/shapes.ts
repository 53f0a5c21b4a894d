/** A case named by a string where an object should hold it, and the other way round. */
import type { Edit, MarkOf, Message } from "../../message.js";
import { placeOf, replaced } from "../../message.js";
import { textOf } from "./tokens.js";

export function* shapeEdits(message: Message, tag: MarkOf<"token">): Iterable<Edit> {
  const name = textOf(message, tag.start, tag.end);
  if (tag.mark.token === "string") {
    for (const content of ["{}", "null"]) {
      const bytes = replaced(message, tag.start, tag.end, Buffer.from(`{${name}:${content}}`));
      if (bytes) yield { name: `${placeOf(tag)} case ${name} with the content ${content}`, bytes };
    }
    return;
  }
  // The brace and the colon stand next to it.
  const end = Math.max(...message.spans.filter(({ start }) => start === tag.end + 1).map((content) => content.end));
  for (const [what, from, to, text] of [
    ["without content", tag.start - 1, end + 1, name],
    ["without a colon", tag.end, tag.end + 1, ""],
  ] as const) {
    const bytes = replaced(message, from, to, Buffer.from(text));
    if (bytes) yield { name: `${placeOf(tag)} case ${name} ${what}`, bytes };
  }
}
