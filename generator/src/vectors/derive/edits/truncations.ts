/** A message cut off at every byte, or, if it is long, wherever something begins or ends. */
import type { Span } from "../../oracle/spans.js";
import { spansOf, type Edit, type Message } from "../message.js";
import { Slots } from "../slots.js";

/** Messages up to this are cut at every byte. */
const SHORT = 256;
/** At most so many cuts are made of a longer one, so many of them at equal distances. */
const CUTS = 250;
const EQUAL = 100;
/** All cuts of a message together, in bytes; there are never fewer than some. */
const BYTES = 512 * 1024;
const FEWEST = 16;

/** What a message has in common with the full one at both its ends is cut there and not again. */
export function* truncations(message: Message, full: Message): Iterable<Edit> {
  const { from, to } = message === full ? { from: 0, to: message.bytes.length } : difference(message.bytes, full.bytes);
  for (const length of cuts(message, from, to)) yield { name: `truncated at ${length}`, bytes: message.bytes.slice(0, length) };
}

function cuts(message: Message, from: number, to: number): number[] {
  const { bytes, spans } = message;
  if (to - from <= SHORT) return Array.from({ length: to - from }, (_, index) => from + index);
  const most = Math.max(FEWEST, Math.min(CUTS, Math.floor((2 * BYTES) / bytes.length)));
  const last = Math.min(to, bytes.length);
  const within = (edges: number[]): number[] => [...new Set(edges)].filter((at) => at >= from && at < last).sort((a, b) => a - b);
  // Before each value and inside it, of those that are alike the first.
  const telling = within(firstOfEach(spans).flatMap(({ start }) => [start, start + 1]));
  const others = within([
    ...Array.from({ length: EQUAL }, (_, index) => from + Math.floor((index * (last - from)) / EQUAL)),
    ...spans.flatMap(({ start, end }) => [start, start + 1, end - 1, end]),
  ]);
  const chosen = new Set(spread(telling, most));
  for (const at of spread(others, most - chosen.size)) chosen.add(at);
  // Only in the last entry is a map too short for its key without being too short for its entries.
  for (const at of within([...spansOf(message, "entries")].flatMap(({ mark }) => mark.entries.slice(-1).map(({ keyEnd }) => keyEnd)))) chosen.add(at);
  return [...chosen].sort((a, b) => a - b);
}

/** Elements of a list, and the same field in them, are alike. */
function firstOfEach(spans: readonly Span[]): Span[] {
  const slots = new Slots();
  return [...spans].sort((a, b) => a.start - b.start).filter((span) => slots.take(span));
}

/** At most so many of them, at equal distances. */
function spread(places: readonly number[], most: number): number[] {
  const step = Math.max(1, places.length / most);
  return Array.from({ length: Math.max(0, Math.min(places.length, most)) }, (_, index) => places[Math.floor(index * step)]!);
}

function difference(own: Uint8Array, other: Uint8Array): { from: number; to: number } {
  const least = Math.min(own.length, other.length);
  let from = 0;
  while (from < least && own[from] === other[from]) from++;
  let same = 0;
  while (same < least - from && own[own.length - 1 - same] === other[other.length - 1 - same]) same++;
  return { from, to: Math.min(own.length, own.length - same + 1) };
}
