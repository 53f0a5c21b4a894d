/** Values as C spells them. */
import { spelled, type FixedValue } from "../../ir/constants.js";
import type { IntName } from "../../ir/model.js";

export const cInt = (int: IntName): string => `${int.startsWith("u") ? "uint" : "int"}${int.slice(1)}_t`;
export const intBits = (int: IntName): number => Number(int.slice(1));
export const isSigned = (int: IntName): boolean => int.startsWith("i");

/** A constant of that type. The lowest one has no literal of its own. */
export function intLiteral(int: IntName, value: bigint | string | number): string {
  const number = BigInt(value);
  if (isSigned(int) && number === -(1n << BigInt(intBits(int) - 1))) return `INT${intBits(int)}_MIN`;
  if (intBits(int) < 32) return number.toString();
  const macro = `${isSigned(int) ? "INT" : "UINT"}${int.slice(1)}_C`;
  return number < 0n ? `-${macro}(${-number})` : `${macro}(${number})`;
}

/** What the spec fixes. Bytes are a string, which C ends with one more. */
export function fixedLiteral(value: FixedValue): string {
  if (value.of === "text") return stringLiteral(value.value);
  if (value.of === "bytes") return byteString(Buffer.from(value.hex, "hex"));
  const text = spelled(value.value);
  return text.startsWith("0x") ? intLiteral(value.int, value.value).replace(/\d+(?=\)|$)/, text) : intLiteral(value.int, value.value);
}

export const intMin = (int: IntName): string => (isSigned(int) ? `INT${intBits(int)}_MIN` : "0");
export const intMax = (int: IntName): string => `${isSigned(int) ? "INT" : "UINT"}${intBits(int)}_MAX`;

/** A float bound, exactly. */
export function floatLiteral(bits: 32 | 64, value: number | null): string {
  if (value === null) throw new Error("a bound that is not there has no literal");
  const text = Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
  const c = /[.e]/.test(text) ? text : `${text}.0`;
  return bits === 32 ? `${c.includes(".") || c.includes("e") ? c : `${c}.0`}F` : c;
}

/** A string literal of bytes. Octal escapes have a fixed length, so that no digit behind one joins it. */
export function byteString(bytes: Uint8Array): string {
  const spelt = [...bytes].map((byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    // A ? could start a trigraph.
    return byte >= 0x20 && byte < 0x7f && byte !== 0x3f ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return `"${spelt.join("")}"`;
}

export const stringLiteral = (text: string): string => byteString(Buffer.from(text, "utf8"));

/** What surrounds a text and prefix in C when it is a JSON token: `{"\"name\"", 6}`. */
export function jsonName(name: string): string {
  const token = Buffer.from(JSON.stringify(name), "utf8");
  return `{${byteString(token)}, ${token.length}}`;
}
