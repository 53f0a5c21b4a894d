/** Writes values of JSON, each as the text of one token; all check that the value fits. */
import { checkAddress } from "../address.js";
import { checkBigInt, checkBool, checkBytes, checkFloat, checkInt, checkSize, checkText, notOf } from "../checks.js";
import type { Duration } from "../duration.js";
import { MAX_NANOS } from "../duration.js";
import { EncodeError, under } from "../errors.js";
import type { JsonValue } from "../json-value.js";
import { encodeBase64, encodeHex } from "../radix.js";
import { hasLoneSurrogate, utf8Length } from "../utf8.js";
import { canonicalFloat32, canonicalFloat64 } from "./float.js";
import { checkFree } from "./write-free.js";
import type { Writer } from "./writer.js";
import { token } from "./writer.js";

/** ASCII that stands raw in a string. */
const PLAIN = /^[ !#-[\]-~]*$/;

export function writeInt(w: Writer, value: number, min: number, max: number): void {
  // Adding zero makes minus zero an ordinary one.
  token(w, String(checkInt(value, min, max) + 0));
}

export function writeBigInt(w: Writer, value: bigint, min: bigint, max: bigint): void {
  token(w, String(checkBigInt(value, min, max)));
}

export function writeF64(w: Writer, value: number, min = -Infinity, max = Infinity): void {
  token(w, canonicalFloat64(checkFloat(finite(value), min, max)));
}

export function writeF32(w: Writer, value: number, min = -Infinity, max = Infinity): void {
  const rounded = finite(Math.fround(finite(value)));
  token(w, canonicalFloat32(checkFloat(rounded, min, max)));
}

function finite(value: number): number {
  if (typeof value !== "number") throw notOf("a number", value);
  if (!Number.isFinite(value)) throw new EncodeError("out_of_range", `is ${value}, which JSON cannot say`);
  return value;
}

export function writeBool(w: Writer, value: boolean): void {
  token(w, String(checkBool(value)));
}

export function writeText(w: Writer, value: string, min = 0, max = Infinity): void {
  token(w, quoted(value, min, max));
}

/** A string as it stands in JSON, also as the key of a map. */
export function quoted(value: string, min = 0, max = Infinity): string {
  if (PLAIN.test(checkText(value))) {
    checkSize(value.length, min, max, "bytes");
    return `"${value}"`;
  }
  if (hasLoneSurrogate(value)) throw new EncodeError("invalid_utf8", "has half a surrogate pair");
  checkSize(utf8Length(value), min, max, "bytes");
  // The platform escapes what must be escaped, in the canonical way.
  return JSON.stringify(value);
}

export function writeHex(w: Writer, value: Uint8Array, min = 0, max = Infinity): void {
  checkSize(checkBytes(value).length, min, max, "bytes");
  token(w, `"${encodeHex(value)}"`);
}

export function writeBase64(w: Writer, value: Uint8Array, min = 0, max = Infinity): void {
  checkSize(checkBytes(value).length, min, max, "bytes");
  token(w, `"${encodeBase64(value)}"`);
}

export function writeInts(w: Writer, value: Uint8Array, min = 0, max = Infinity): void {
  checkSize(checkBytes(value).length, min, max, "bytes");
  token(w, `[${value.join(",")}]`);
}

export function writeJsonValue(w: Writer, value: JsonValue): void {
  checkFree(value, w.depth);
  token(w, value);
}

export function writeSocketAddress(w: Writer, value: string): void {
  checkAddress(value);
  token(w, `"${value}"`);
}

const MAX_U64 = (1n << 64n) - 1n;

export function writeDuration(w: Writer, value: Duration): void {
  let at = "secs";
  try {
    w.out += '{"secs":';
    writeBigInt(w, value.secs, 0n, MAX_U64);
    at = "nanos";
    w.out += ',"nanos":';
    writeInt(w, value.nanos, 0, MAX_NANOS);
    w.out += "}";
  } catch (error) {
    throw under(error, at);
  }
}
