/** Lengths and counts off by one and far off, and windows with a surplus. */
import { integerBytes, integerFrom } from "../../oracle/binary/integers.js";
import { rangeOf } from "../../oracle/types.js";
import type { Edit, MarkOf, Message } from "../message.js";
import { overwritten, placeOf, replaced, spansOf } from "../message.js";
import { MOST_DATA } from "../values/texts.js";

/** Only the number changes; what it counts stays. */
export function* sizeEdits(message: Message, span: MarkOf<"integer">): Iterable<Edit> {
  const { start, end, mark } = span;
  const { use } = mark;
  if (use.kind !== "length" && use.kind !== "count") return;
  const size = integerFrom([...message.bytes.subarray(start, end)], mark.int, mark.form);
  const { max } = rangeOf(mark.int);
  const others: [string, bigint][] = [
    [`${use.kind} one more`, size + 1n],
    [`${use.kind} one less`, size - 1n],
    [`${use.kind} of zero`, 0n],
    [`${use.kind} of all there is`, max],
    // Times an element's size, these overflow 32 and 64 bits.
    [`${use.kind} of 2^31`, 1n << 31n],
    [`${use.kind} of 2^61 + 1`, (1n << 61n) + 1n],
  ];
  if (use.kind === "count" && use.least > 0) {
    const most = BigInt(Math.floor((windowEnd(message, span) - end) / use.least));
    others.push(["count of as many as could follow", most], ["count of more than could follow", most + 1n]);
  }
  if (use.max !== null) others.push([`${use.kind} of the greatest`, BigInt(use.max)], [`${use.kind} above the greatest`, BigInt(use.max) + 1n]);
  for (const [what, value] of others)
    if (value >= 0n && value <= max && value !== size) yield { name: `${placeOf(span)} ${what}`, bytes: overwritten(message, start, end, integerBytes(mark.int, mark.form, value)) };
  // The number itself is whole.
  const cut = replaced(message, start, windowEnd(message, span), integerBytes(mark.int, mark.form, 0n), span);
  if (cut) yield { name: `${placeOf(span)} ${use.kind} of zero, cut off behind it`, bytes: cut };
}

/** Where the smallest window around it ends. */
function windowEnd(message: Message, { start, end }: MarkOf<"integer">): number {
  return Math.min(message.bytes.length, ...[...spansOf(message, "window")].filter((window) => window.start <= start && end <= window.end).map((window) => window.end));
}

/** Bytes that nothing asks for at the end of the message and of each window; the content cut off within its last and its first value. */
export function* surplusEdits(message: Message, span: MarkOf<"window">): Iterable<Edit> {
  if (span.mark.content === "raw") return;
  const { start, end } = span;
  const more = replaced(message, end, end, [0], span);
  if (more) yield { name: `${placeOf(span)} surplus in the window`, bytes: more };
  const { max } = span.mark;
  const large = max !== null && max <= MOST_DATA ? replaced(message, end, end, new Uint8Array(Math.max(0, max + 1 - (end - start))), span) : undefined;
  if (large) yield { name: `${placeOf(span)} window above the greatest size`, bytes: large };
  if (end === start) return;
  const less = replaced(message, end - 1, end, [], span);
  if (less) yield { name: `${placeOf(span)} window one byte short`, bytes: less };
  const first = message.spans.filter((value) => value.start === start && value.end > start + 1).sort((a, b) => a.end - b.end)[0];
  const begun = first && first.end < end ? replaced(message, first.end - 1, end, [], span) : undefined;
  if (begun) yield { name: `${placeOf(span)} window ends within its first value`, bytes: begun };
  const nothing = replaced(message, start, end, [], span);
  if (nothing) yield { name: `${placeOf(span)} empty window`, bytes: nothing };
}

export function* trailingEdits({ bytes }: Message): Iterable<Edit> {
  yield { name: "trailing zero byte", bytes: Uint8Array.from([...bytes, 0]) };
  yield { name: "trailing bytes", bytes: Uint8Array.from([...bytes, 0xff, 0x01, 0x02]) };
}
