/** Bytes that leave no choice: switches, NaNs, constants, reserved bytes, addresses. */
import { varintBytes } from "../../oracle/binary/integers.js";
import type { Span } from "../../oracle/spans.js";
import type { Edit, MarkOf, Message } from "../message.js";
import { overwritten, placeOf } from "../message.js";
import { sampled } from "../sample.js";

export function* switchEdits(message: Message, span: MarkOf<"switch">): Iterable<Edit> {
  for (const byte of [2, 0x80, 0xff]) yield put(message, span, `switch of ${byte}`, [byte]);
}

/** Most significant byte first. */
const NANS = {
  32: ["7fc00001", "ffc00000", "7f800001", "7fffffff", "ffffffff"],
  64: ["7ff8000000000001", "fff8000000000000", "7ff0000000000001", "7fffffffffffffff", "ffffffffffffffff"],
} as const;

export function* floatEdits(message: Message, span: MarkOf<"float">): Iterable<Edit> {
  for (const hex of NANS[span.mark.bits]) {
    const bytes = [...Buffer.from(hex, "hex")];
    yield put(message, span, `NaN ${hex}`, span.mark.endian === "le" ? bytes.reverse() : bytes);
  }
}

export function* reservedEdits(message: Message, span: MarkOf<"reserved">): Iterable<Edit> {
  for (const at of bytesOf(span)) {
    const bytes = overwritten(message, at, at + 1, [at === span.start ? 0x01 : 0x80]);
    yield { name: `${placeOf(span)} reserved byte ${at - span.start} set`, bytes };
  }
}

export function* constantEdits(message: Message, span: MarkOf<"constant">): Iterable<Edit> {
  for (const at of bytesOf(span)) {
    const bytes = overwritten(message, at, at + 1, [message.bytes[at]! ^ 0x20]);
    yield { name: `${placeOf(span)} constant byte ${at - span.start} changed`, bytes };
  }
}

export function* addressEdits(message: Message, span: MarkOf<"address">): Iterable<Edit> {
  const four = [10, 0, 0, 7];
  const sixteen = Array.from({ length: 16 }, (_, index) => index);
  yield put(message, span, "unknown address tag", [2, ...four, 80]);
  yield put(message, span, "address tag with a zero byte more", [0x80, 0x00, ...four, 80]);
  yield put(message, span, "address tag beyond the type", [...varintBytes(1n << 32n), ...four, 80]);
  yield put(message, span, "address of four octets under the tag of sixteen", [1, ...four, 80]);
  yield put(message, span, "port with a zero byte more", [0, ...four, 0x80 | 80, 0x00]);
  yield put(message, span, "port beyond the type", [0, ...four, ...varintBytes(65536n)]);
  yield put(message, span, "port of 2^64", [1, ...sixteen, ...new Array<number>(9).fill(0x80), 0x02]);
}

const bytesOf = ({ start, end }: Span): readonly number[] => sampled(Array.from({ length: end - start }, (_, index) => start + index));

function put(message: Message, span: Span, what: string, bytes: number[]): Edit {
  return { name: `${placeOf(span)} ${what}`, bytes: overwritten(message, span.start, span.end, bytes) };
}
