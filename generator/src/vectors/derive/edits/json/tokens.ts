/** Tokens of the wrong type, and white space around each kind of token. */
import type { Edit, MarkOf, Message } from "../../message.js";
import { placeOf, replaced, spansOf } from "../../message.js";
import { Slots } from "../../slots.js";

const OTHERS: [string, string][] = [
  ["null", "null"],
  ["true", "true"],
  ["a string", '"x"'],
  ["a number", "7"],
  ["an object", "{}"],
  ["an array", "[]"],
  ["a word", "x"],
  ["nothing", ""],
];

/** So many messages are made of one value, at most. */
export const wrongValueCount = OTHERS.length;

/** A value, whole, by something else. */
export function* wrongValues(message: Message, start: number, end: number, place: string): Iterable<Edit> {
  const own = textOf(message, start, end);
  for (const [what, text] of OTHERS) {
    if (text === own) continue;
    const bytes = replaced(message, start, end, Buffer.from(text));
    if (bytes) yield { name: `${place} replaced by ${what}`, bytes };
  }
}

const WHITE: [string, string][] = [
  ["space", " "],
  ["tab", "\t"],
  ["line feed", "\n"],
  ["carriage return", "\r"],
];

/** Before each token, one place of every kind: between what it stands and in which object. */
export function* whiteSpace(message: Message): Iterable<Edit> {
  const slots = new Slots();
  const tokens = [...spansOf(message, "token")].sort((a, b) => a.start - b.start);
  let turn = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const kinds = `${before ? kindOf(message, before) : "start"} ${kindOf(message, token)}`;
    if (!slots.take({ ...token, path: "", cases: "" }, kinds)) continue;
    const [what, text] = WHITE[turn++ % WHITE.length]!;
    const bytes = replaced(message, token.start, token.start, Buffer.from(text));
    if (bytes) yield { name: `${what} at ${token.start}, before ${kindOf(message, token)}`, bytes };
  }
}

function kindOf(message: Message, { start, end, mark }: MarkOf<"token">): string {
  return mark.token === "punctuation" ? textOf(message, start, end) : `a ${mark.token}`;
}

/** Other characters in the place of one mark. */
export function* wrongMarks(message: Message, token: MarkOf<"token">): Iterable<Edit> {
  const own = textOf(message, token.start, token.end);
  for (const other of [",", ":", "}", "]", "", own + own]) {
    if (other === own) continue;
    const bytes = replaced(message, token.start, token.end, Buffer.from(other));
    if (bytes) yield { name: `${placeOf(token)} "${other}" for "${own}" at ${token.start}`, bytes };
  }
}

export const textOf = ({ bytes }: Message, start: number, end: number): string => Buffer.from(bytes.subarray(start, end)).toString("utf8");
