/** Map entries out of order, and keys that come again. */
import type { Edit, MarkOf, Message } from "../message.js";
import { overwritten, placeOf, replaced } from "../message.js";

export function* entryEdits(message: Message, span: MarkOf<"entries">): Iterable<Edit> {
  const { entries } = span.mark;
  if (entries.length < 2) return;
  const place = placeOf(span);
  const [first, second] = entries as [(typeof entries)[number], (typeof entries)[number]];
  const slice = (from: number, to: number): number[] => [...message.bytes.subarray(from, to)];
  yield { name: `${place} first entries swapped`, bytes: overwritten(message, first.start, second.end, [...slice(second.start, second.end), ...slice(first.start, first.end)]) };
  const turned = [...entries].reverse().flatMap((entry) => slice(entry.start, entry.end));
  yield { name: `${place} entries turned around`, bytes: overwritten(message, first.start, entries.at(-1)!.end, turned) };
  const repeated = replaced(message, second.start, second.keyEnd, slice(first.start, first.keyEnd));
  if (repeated) yield { name: `${place} same key twice`, bytes: repeated };
}
