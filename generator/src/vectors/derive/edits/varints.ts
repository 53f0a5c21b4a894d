/** Varints spelt otherwise, without an end, or beyond what they may say. */
import type { IntName } from "../../../ir/model.js";
import { varintBytes } from "../../oracle/binary/integers.js";
import { bitsOf } from "../../oracle/types.js";
import type { Edit, MarkOf, Message } from "../message.js";
import { overwritten, placeOf } from "../message.js";

export function* varintEdits(message: Message, span: MarkOf<"integer">): Iterable<Edit> {
  if (span.mark.form !== "varint") return;
  const own = [...message.bytes.subarray(span.start, span.end)];
  for (const [what, bytes] of formsOf(own, span.mark.int)) yield { name: `${placeOf(span)} ${what}`, bytes: overwritten(message, span.start, span.end, bytes) };
}

function formsOf(bytes: number[], int: IntName): [string, number[]][] {
  const open = [...bytes.slice(0, -1), bytes.at(-1)! | 0x80];
  const forms: [string, number[]][] = [
    ["varint with a zero byte more", [...open, 0x00]],
    ["varint of 2^64", [...repeated(0x80, 9), 0x02]],
    ["varint of ten full bytes", [...repeated(0xff, 9), 0x7f]],
    ["varint of eleven bytes", [...repeated(0x80, 10), 0x00]],
    ["varint without an end", repeated(0xff, 12)],
  ];
  if (bytes.length < 9) forms.push(["varint of ten bytes", [...open, ...repeated(0x80, 9 - open.length), 0x00]]);
  if (bitsOf(int) === 64) return forms;
  // The lowest bit is the sign after zigzag, so that twice the range is beyond the type, signed or not.
  const beyond = 1n << BigInt(bitsOf(int));
  return [...forms, ["varint beyond the type", varintBytes(beyond)], ["varint of 2^64 - 1", varintBytes((1n << 64n) - 1n)]];
}

const repeated = (byte: number, count: number): number[] => new Array<number>(count).fill(byte);
