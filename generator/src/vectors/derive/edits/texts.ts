/** Text with bytes that are no UTF-8, alone, after others and at the end. */
import type { Edit, MarkOf, Message } from "../message.js";
import { placeOf, replaced } from "../message.js";
import { ILL_FORMED } from "./utf8.js";

export function* textEdits(message: Message, span: MarkOf<"text">): Iterable<Edit> {
  for (const [what, hex] of ILL_FORMED) {
    const bytes = replaced(message, span.start, span.end, [0x61, ...Buffer.from(hex, "hex")]);
    if (bytes) yield { name: `${placeOf(span)} ${what}`, bytes };
  }
}
