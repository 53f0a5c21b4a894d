/** A message cut off at every byte, or, if it is long, wherever something begins or ends. */
import type { Edit, Message } from "../message.js";

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

function cuts({ bytes, spans }: Message, from: number, to: number): number[] {
  if (to - from <= SHORT) return Array.from({ length: to - from }, (_, index) => from + index);
  const edges = new Set(Array.from({ length: EQUAL }, (_, index) => from + Math.floor((index * (Math.min(to, bytes.length) - from)) / EQUAL)));
  for (const { start, end } of spans) for (const at of [start, start + 1, end - 1, end]) if (at >= from && at < Math.min(to, bytes.length)) edges.add(at);
  const sorted = [...edges].sort((a, b) => a - b);
  const most = Math.max(FEWEST, Math.min(CUTS, Math.floor((2 * BYTES) / bytes.length)));
  const step = Math.max(1, sorted.length / most);
  return Array.from({ length: Math.min(sorted.length, most) }, (_, index) => sorted[Math.floor(index * step)]!);
}

function difference(own: Uint8Array, other: Uint8Array): { from: number; to: number } {
  const least = Math.min(own.length, other.length);
  let from = 0;
  while (from < least && own[from] === other[from]) from++;
  let same = 0;
  while (same < least - from && own[own.length - 1 - same] === other[other.length - 1 - same]) same++;
  return { from, to: Math.min(own.length, own.length - same + 1) };
}
