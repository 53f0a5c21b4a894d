/** Members left out, repeated, moved, unknown; elements likewise. */
import type { JsonMember } from "../../../oracle/spans.js";
import type { Edit, MarkOf, Message } from "../../message.js";
import { placeOf, replaced } from "../../message.js";
import { sampled, sampledByKind } from "../../sample.js";
import type { Slots } from "../../slots.js";
import { wrongValueCount, wrongValues } from "./tokens.js";

/** What the messages that each lack one member of an object may take together, in bytes. */
const MOST_OF_ALL = 512 * 1024;
/** What the messages with a wrong value for one member of an object may take together, in bytes. */
const MOST_WRONG = 1024 * 1024;

export function* objectEdits(message: Message, span: MarkOf<"object">, slots: Slots): Iterable<Edit> {
  const { members } = span.mark;
  const place = placeOf(span);
  const slice = ({ start, end }: { start: number; end: number }): Uint8Array => message.bytes.subarray(start, end);
  const rebuilt = (what: string, parts: Uint8Array[]): Edit[] => {
    const body = Buffer.concat(parts.flatMap((part, index) => (index > 0 ? [Buffer.from(","), part] : [part])));
    const bytes = replaced(message, span.start, span.end, Buffer.concat([Buffer.from("{"), body, Buffer.from("}")]));
    return bytes ? [{ name: `${place} ${what}`, bytes }] : [];
  };
  const all = members.map(slice);
  const entries = [...members.entries()];
  const kinds = valueKinds(message);
  const perKind = sampledByKind(entries, ([, { valueStart }]) => kinds.get(valueStart) ?? "", ([, { name }]) => name);
  const telling = new Set(affordable(perKind, wrongValueCount * message.bytes.length, MOST_WRONG));
  for (const entry of affordable(entries, message.bytes.length)) {
    const [index, member] = entry;
    if (!slots.take(span, `member ${member.name}`)) continue;
    const name = `"${member.name}"`;
    yield* rebuilt(`without ${name}`, all.toSpliced(index, 1));
    if (!telling.has(entry)) continue;
    yield* rebuilt(`${name} twice`, all.toSpliced(index, 0, all[index]!));
    if (index > 0) yield* rebuilt(`${name} one place earlier`, all.toSpliced(index - 1, 2, all[index]!, all[index - 1]!));
    else yield* rebuilt(`${name} again at the end`, [...all, all[index]!]);
    if (index === 0) yield* rebuilt(`${name} at the end`, [...all.slice(1), all[0]!]);
    yield* wrongValues(message, member.valueStart, member.end, `${place} ${name}`);
    yield* keyEdits(message, member, index === 0, `${place} ${name}`);
  }
  if (!slots.take(span, "object")) return;
  const unknown = Buffer.from('"no_such_member":1');
  yield* rebuilt("unknown member first", [unknown, ...all]);
  yield* rebuilt("unknown member last", [...all, unknown]);
  yield* rebuilt("unknown members in the middle", all.toSpliced(1, 0, unknown));
  yield* rebuilt("unknown member twice", [...all, unknown, unknown]);
  if (all[0]) yield* rebuilt("unknown member, then the first one again", [...all, unknown, all[0]]);
  yield* rebuilt("unknown member with a malformed value", [...all, Buffer.from('"no_such_member":x')]);
  yield* rebuilt("unknown member with white space", [...all, Buffer.from('"no_such_member": 1')]);
  yield* rebuilt("empty key", [...all, Buffer.from('"":1')]);
  yield* rebuilt("no members", []);
  yield* rebuilt("trailing comma", [...all, Buffer.alloc(0)]);
  yield* rebuilt("leading comma", [Buffer.alloc(0), ...all]);
  yield* rebuilt("key without a value", [...all, Buffer.from('"x"')]);
  const [former, latter] = all;
  if (former) yield* rebuilt("no colon behind the first key", [withoutColon(message, members[0]!), ...all.slice(1)]);
  if (former && latter) yield* rebuilt("no comma between the first two", [Buffer.concat([former, latter]), ...all.slice(2)]);
  yield* rebuilt("key without quotes", [...all, Buffer.from("x:1")]);
  yield* rebuilt("number for a key", [...all, Buffer.from("1:1")]);
}

function withoutColon({ bytes }: Message, { start, valueStart, end }: JsonMember): Uint8Array {
  return Buffer.concat([bytes.subarray(start, valueStart - 1), bytes.subarray(valueStart, end)]);
}

/** By where they begin: what kind of values stand in the message. */
function valueKinds(message: Message): Map<number, string> {
  const kinds = new Map<number, string>();
  for (const { start, mark } of message.spans) {
    if (mark.kind === "token") kinds.set(start, `${mark.token} ${mark.type}`);
    else if (mark.kind === "object") kinds.set(start, mark.type === "map" ? "map" : "object");
    else if (mark.kind === "array") kinds.set(start, "array");
  }
  return kinds;
}

/** All of them, unless so many messages of that size would be too much. */
function affordable<Item>(items: readonly Item[], size: number, most = MOST_OF_ALL): readonly Item[] {
  return items.length * size <= most ? items : sampled(items);
}

/** The key spelt as the spec's own field name might be, and another one. */
function* keyEdits(message: Message, member: JsonMember, capital: boolean, place: string): Iterable<Edit> {
  const camel = member.name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  for (const other of new Set([camel, "no_such_member", ...(capital ? [member.name.toUpperCase()] : [])])) {
    if (other === member.name) continue;
    const bytes = replaced(message, member.start, member.valueStart, Buffer.from(`"${other}":`));
    if (bytes) yield { name: `${place} named "${other}"`, bytes };
  }
}

export function* arrayEdits(message: Message, span: MarkOf<"array">): Iterable<Edit> {
  const elements = span.mark.elements.map(({ start, end }) => message.bytes.subarray(start, end));
  const place = placeOf(span);
  const rebuilt = (what: string, parts: Uint8Array[]): Edit[] => {
    const body = Buffer.concat(parts.flatMap((part, index) => (index > 0 ? [Buffer.from(","), part] : [part])));
    const bytes = replaced(message, span.start, span.end, Buffer.concat([Buffer.from("["), body, Buffer.from("]")]));
    return bytes ? [{ name: `${place} ${what}`, bytes }] : [];
  };
  yield* rebuilt("trailing comma", [...elements, Buffer.alloc(0)]);
  yield* rebuilt("leading comma", [Buffer.alloc(0), ...elements]);
  yield* rebuilt("no elements", []);
  if (elements.length === 0) return;
  const [first] = elements as [Uint8Array];
  yield* rebuilt("one element", [first]);
  yield* rebuilt("first element twice", [first, ...elements]);
  if (elements.length > 1) yield* rebuilt("a colon between the first two", [Buffer.concat([elements[0]!, Buffer.from(":"), elements[1]!]), ...elements.slice(2)]);
  yield* rebuilt("elements turned around", [...elements].reverse());
  if (elements.length > 2) {
    yield* rebuilt("without its last element", elements.slice(0, -1));
    yield* rebuilt("last two elements swapped", [...elements.slice(0, -2), elements.at(-1)!, elements.at(-2)!]);
  }
  yield* rebuilt("comma in place of an element", [Buffer.alloc(0), Buffer.alloc(0), first]);
  yield* wrongValues(message, span.mark.elements[0]!.start, span.mark.elements[0]!.end, `${place}[0]`);
  const { start, end } = span.mark.elements.at(-1)!;
  yield* wrongValues(message, start, end, `${place}[${elements.length - 1}]`);
}

export const wholeEdits: readonly [string, string][] = [
  ["empty input", ""],
  ["white space alone", " "],
  ["null", "null"],
  ["true", "true"],
  ["number", "1"],
  ["string", '"x"'],
  ["empty string", '""'],
  ["array", "[]"],
  ["empty object", "{}"],
  ["closing brace", "}"],
  ["unknown member alone", '{"no_such_member":1}'],
  ["comma alone", "{,}"],
  ["word", "x"],
  ["unclosed string", '"'],
  ["NUL", "\u0000"],
  ["byte order mark", "\ufeff{}"],
];
