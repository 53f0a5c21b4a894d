/** All that is tried on a message: each place once in a message type. */
import type { Span } from "../../oracle/spans.js";
import type { Types } from "../../oracle/types.js";
import type { Edit, MarkOf, Message } from "../message.js";
import { replaced, spansOf } from "../message.js";
import { Slots, tellingSpans } from "../slots.js";
import { entryEdits } from "./entries.js";
import { addressEdits, constantEdits, floatEdits, reservedEdits, switchEdits } from "./fixed.js";
import { arrayEdits, objectEdits, wholeEdits } from "./json/members.js";
import { floatSpellings, integerSpellings } from "./json/numbers.js";
import { addressTextEdits, encodedBytesEdits, integerKeyEdits, nameEdits, stringEdits } from "./json/strings.js";
import { shapeEdits } from "./json/shapes.js";
import { textOf, whiteSpace, wrongMarks } from "./json/tokens.js";
import { meaningEdits } from "./meanings.js";
import { sizeEdits, surplusEdits, trailingEdits } from "./sizes.js";
import { textEdits } from "./texts.js";
import { truncations } from "./truncations.js";
import { varintEdits } from "./varints.js";

export class Edits {
  private readonly slots = new Slots();

  constructor(private readonly types: Types) {}

  /** Cut off and prolonged; of every message of its own layout. */
  *lengths(message: Message, full: Message): Iterable<Edit> {
    yield* trailingEdits(message);
    yield* truncations(message, full);
  }

  /** What does not belong between the tokens of JSON. */
  *gaps(message: Message): Iterable<Edit> {
    yield* whiteSpace(message);
    yield* foreignBytes(message);
  }

  /** Every value, length and mark, where it is met first; of very many that are alike, some. */
  *places(message: Message): Iterable<Edit> {
    for (const span of tellingSpans(message.spans)) yield* this.at(message, span);
  }

  /** Cases of unions in the shape of other cases: a whole message shows one case only. */
  *shapes(message: Message): Iterable<Edit> {
    for (const span of spansOf(message, "token")) if (span.mark.type === "tag") yield* this.shape(message, span);
  }

  private *shape(message: Message, span: MarkOf<"token">): Iterable<Edit> {
    if (this.slots.take(span, `shape of ${textOf(message, span.start, span.end)}`)) yield* shapeEdits(message, span);
  }

  private *at(message: Message, span: Span): Iterable<Edit> {
    const { mark } = span;
    if (mark.kind === "token") return yield* this.token(message, span as MarkOf<"token">);
    if (mark.kind === "object") return yield* objectEdits(message, span as MarkOf<"object">, this.slots);
    if (!this.slots.take(span, mark.kind === "integer" ? mark.use.kind : "")) return;
    switch (mark.kind) {
      case "integer":
        yield* varintEdits(message, span as MarkOf<"integer">);
        yield* meaningEdits(message, span as MarkOf<"integer">, this.types);
        return yield* sizeEdits(message, span as MarkOf<"integer">);
      case "switch":
        return yield* switchEdits(message, span as MarkOf<"switch">);
      case "float":
        return yield* floatEdits(message, span as MarkOf<"float">);
      case "reserved":
        return yield* reservedEdits(message, span as MarkOf<"reserved">);
      case "constant":
        return yield* constantEdits(message, span as MarkOf<"constant">);
      case "text":
        return yield* textEdits(message, span as MarkOf<"text">);
      case "window":
        return yield* surplusEdits(message, span as MarkOf<"window">);
      case "entries":
        return yield* entryEdits(message, span as MarkOf<"entries">);
      case "address":
        return yield* addressEdits(message, span as MarkOf<"address">);
      case "array":
        return yield* arrayEdits(message, span as MarkOf<"array">);
    }
  }

  private *token(message: Message, span: MarkOf<"token">): Iterable<Edit> {
    const { token, type } = span.mark;
    if (token === "punctuation") {
      if (this.slots.take({ ...span, path: "", cases: "" }, textOf(message, span.start, span.end))) yield* wrongMarks(message, span);
      return;
    }
    if (!this.slots.take(span, `${type} ${token}`)) return;
    // Every spelling is tried once for each kind of token, and the most telling ones everywhere.
    const all = this.slots.take({ ...span, path: "", cases: "" }, `${type} ${token}`);
    if (token === "number") yield* type === "float" ? floatSpellings(message, span) : integerSpellings(message, span, all);
    if (token !== "string" && token !== "key") return;
    yield* stringEdits(message, span, all);
    if (token === "key" && /^"-?\d+"$/.test(textOf(message, span.start, span.end))) yield* integerKeyEdits(message, span);
    if (type === "enum" || type === "flag" || type === "tag") yield* nameEdits(message, span);
    if (type === "tag") yield* this.shape(message, span);
    if (type === "bytes" || type === "fixedBytes") yield* encodedBytesEdits(message, span);
    if (type === "socketAddress") yield* addressTextEdits(message, span);
  }
}

/** Texts that are no such message at all. */
export function wholeMessages(): Edit[] {
  return wholeEdits.map(([name, text]) => ({ name, bytes: Uint8Array.from(Buffer.from(text)) }));
}

const FOREIGN: readonly [string, number[]][] = [
  ["byte FF between tokens", [0xff]],
  ["continuation byte between tokens", [0x80]],
  ["no-break space between tokens", [0xc2, 0xa0]],
  ["NUL between tokens", [0x00]],
];

/** JSON is checked as UTF-8 before anything else, so a bad byte at the end wins over a fault before it. */
function* foreignBytes(message: Message): Iterable<Edit> {
  const [first] = [...spansOf(message, "object")].sort((a, b) => b.end - b.start - (a.end - a.start));
  if (!first) return;
  for (const [name, bytes] of FOREIGN) {
    const put = replaced(message, first.end - 1, first.end - 1, bytes);
    if (put) yield { name, bytes: put };
  }
  const both = replaced(message, first.start + 1, first.end, [0x20, 0xff]);
  if (both) yield { name: "white space, then a byte FF", bytes: both };
}
