/** Bytes as hex, as base64, or as an array of integers. */
import { under } from "../errors.js";
import { decodeBase64, decodeHex } from "../radix.js";
import { nextElement, openArray } from "./list.js";
import { int } from "./number.js";
import type { Reader } from "./reader.js";
import { refusal } from "./reader.js";
import { oddString, scanString, string } from "./string.js";
import { checkSize, same } from "./values.js";

export function hex(r: Reader, min = 0, max = Infinity): Uint8Array {
  const start = r.pos;
  const digits = scanString(r);
  const value = decodeHex(digits.toLowerCase());
  if (!value) throw refusal(r, "malformed", start, "is not hex");
  if (r.odd) throw oddString(r, start);
  if (digits !== digits.toLowerCase()) throw refusal(r, "non_canonical", start, "is hex in upper case");
  checkSize(r, start, value.length, min, max);
  return value;
}

export function base64(r: Reader, min = 0, max = Infinity): Uint8Array {
  const start = r.pos;
  const digits = scanString(r);
  const decoded = decodeBase64(digits);
  if (!decoded) throw refusal(r, "malformed", start, "is not base64");
  if (r.odd) throw oddString(r, start);
  if (decoded.spare !== 0) throw refusal(r, "non_canonical", start, "is base64 with spare bits that are not zero");
  checkSize(r, start, decoded.bytes.length, min, max);
  return decoded.bytes;
}

export function ints(r: Reader, min = 0, max = Infinity): Uint8Array {
  const start = openArray(r);
  const bytes: number[] = [];
  while (nextElement(r, start, bytes.length)) {
    try {
      bytes.push(int(r, 0, 0xff));
    } catch (error) {
      throw under(error, `[${bytes.length}]`);
    }
  }
  checkSize(r, start, bytes.length, min, max);
  return Uint8Array.from(bytes);
}

export function constantText(r: Reader, expected: string): true {
  const start = r.pos;
  return same(r, start, string(r) === expected, expected);
}

/** Bytes that are always the same, as lower-case hex. */
export function constantHex(r: Reader, expected: string): true {
  const start = r.pos;
  hex(r);
  return same(r, start, r.text.slice(start + 1, r.pos - 1) === expected, expected);
}
