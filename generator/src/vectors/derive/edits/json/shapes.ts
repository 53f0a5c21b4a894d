/** A case named by a string where an object should hold it, and the other way round. */
import type { Edit, MarkOf, Message } from "../../message.js";
import { placeOf, replaced, spansOf } from "../../message.js";
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
  const holder = [...spansOf(message, "object")].find(({ mark }) => mark.members[0]?.start === tag.start);
  const bytes = holder && replaced(message, holder.start, holder.end, Buffer.from(name));
  if (bytes) yield { name: `${placeOf(tag)} case ${name} without content`, bytes };
}
