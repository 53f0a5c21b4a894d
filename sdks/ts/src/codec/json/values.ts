/** Values of JSON, and checks on them. `start` is the index that a refusal reports. */
import { formatAddress, parseAddress } from "../address.js";
import type { Duration } from "../duration.js";
import { MAX_NANOS } from "../duration.js";
import { isEmpty } from "../empty.js";
import { under } from "../errors.js";
import type { JsonValue } from "../json-value.js";
import type { Pattern } from "../pattern.js";
import { matches } from "../pattern.js";
import { utf8Length } from "../utf8.js";
import { skipFree } from "./free.js";
import { bigInt, int } from "./number.js";
import { closeObject, member, openObject, refuseObject } from "./object.js";
import type { Member } from "./object.js";
import { keyword, refusal, unexpected } from "./reader.js";
import type { Reader } from "./reader.js";
import { oddString, scanString, string } from "./string.js";

export function bool(r: Reader): boolean {
  if (keyword(r, "true")) return true;
  if (keyword(r, "false")) return false;
  throw unexpected(r, "true or false");
}

/** Before a value that may be null: true, and stepped over, if it is. */
export function isNull(r: Reader): boolean {
  return keyword(r, "null");
}

export function text(r: Reader, min = 0, max = Infinity): string {
  const start = r.pos;
  const value = string(r);
  checkTextSize(r, start, value, min, max);
  return value;
}

/** Sizes count bytes; each unit takes one to three. */
export function checkTextSize(r: Reader, start: number, value: string, min: number, max: number): void {
  if (3 * value.length <= max && value.length >= min) return;
  checkSize(r, start, utf8Length(value), min, max);
}

export function checkSize(r: Reader, start: number, size: number, min: number, max: number): void {
  if (size > max) throw refusal(r, "too_long", start, `is ${size} bytes long, more than ${max}`);
  if (size < min) throw refusal(r, "out_of_range", start, `is ${size} bytes long, less than ${min}`);
}

export function matching(r: Reader, start: number, value: string, pattern: Pattern): string {
  if (!matches(pattern, value)) throw refusal(r, "out_of_range", start, `does not match ${pattern.source}`);
  return value;
}

/** An `OmitEmpty` member that is there must not be empty. */
export function filled<T>(r: Reader, start: number, value: T): T {
  if (isEmpty(value)) throw refusal(r, "non_canonical", start, "is empty, and must be left out then");
  return value;
}

export function constantInt(r: Reader, min: number, max: number, expected: number): true {
  const start = r.pos;
  return same(r, start, int(r, min, max) === expected, expected);
}

export function constantBigInt(r: Reader, min: bigint, max: bigint, expected: bigint): true {
  const start = r.pos;
  return same(r, start, bigInt(r, min, max) === expected, expected);
}

/** For constants of any kind: what stands at `start` must be `equal`. */
export function same(r: Reader, start: number, equal: boolean, expected: number | bigint | string): true {
  if (!equal) throw refusal(r, "bad_constant", start, `is not ${expected}`);
  return true;
}

export function jsonValue(r: Reader): JsonValue {
  const start = r.pos;
  skipFree(r);
  return r.text.slice(start, r.pos) as JsonValue;
}

export function socketAddress(r: Reader): string {
  const start = r.pos;
  const spelt = scanString(r);
  const address = parseAddress(spelt);
  if (!address) throw refusal(r, "malformed", start, `${JSON.stringify(spelt)} is no socket address`);
  if (r.odd) throw oddString(r, start);
  const canonical = formatAddress(address.octets, address.port);
  if (canonical !== spelt) throw refusal(r, "non_canonical", start, `${JSON.stringify(spelt)} is spelt ${canonical}`);
  return spelt;
}

const MAX_U64 = (1n << 64n) - 1n;
const DURATION: readonly Member[] = [
  ["secs", "secs", true],
  ["nanos", "nanos", true],
];

export function duration(r: Reader): Duration {
  let at = "";
  try {
    openObject(r);
    at = "secs";
    const secs = member(r, '"secs":') ? bigInt(r, 0n, MAX_U64) : undefined;
    at = "nanos";
    const nanos = member(r, '"nanos":') ? int(r, 0, MAX_NANOS) : undefined;
    at = "";
    const closed = closeObject(r);
    if (!closed || secs === undefined || nanos === undefined)
      throw refuseObject(r, closed, DURATION, [secs !== undefined, nanos !== undefined]);
    return { secs, nanos };
  } catch (error) {
    throw under(error, at);
  }
}
