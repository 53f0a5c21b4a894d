/** Bytes as digits: hex in lower case, base64 with padding (RFC 4648 §4). */

const HEX = "0123456789abcdef";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function encodeHex(bytes: Uint8Array): string {
  let digits = "";
  for (const byte of bytes) digits += HEX[byte >> 4]! + HEX[byte & 15]!;
  return digits;
}

/** Undefined if there is anything but pairs of lower-case digits. */
export function decodeHex(digits: string): Uint8Array | undefined {
  if (digits.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = hexDigit(digits.charCodeAt(2 * i));
    const low = hexDigit(digits.charCodeAt(2 * i + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  return unit >= 0x61 && unit <= 0x66 ? unit - 0x57 : -1;
}

export function encodeBase64(bytes: Uint8Array): string {
  let digits = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const left = bytes.length - i;
    digits += BASE64[group >> 18]! + BASE64[(group >> 12) & 63]!;
    digits += left > 1 ? BASE64[(group >> 6) & 63]! : "=";
    digits += left > 2 ? BASE64[group & 63]! : "=";
  }
  return digits;
}

/** `spare`: the bits of the last digit that belong to no byte. Undefined if the characters or the padding are wrong. */
export function decodeBase64(digits: string): { bytes: Uint8Array; spare: number } | undefined {
  if (digits.length % 4 !== 0) return undefined;
  const padding = digits.endsWith("==") ? 2 : digits.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((digits.length / 4) * 3 - padding);
  let bits = 0;
  let held = 0;
  let size = 0;
  for (let i = 0; i < digits.length - padding; i++) {
    const digit = base64Digit(digits.charCodeAt(i));
    if (digit < 0) return undefined;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[size++] = bits >> held;
    }
  }
  return { bytes, spare: bits & ((1 << held) - 1) };
}

function base64Digit(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61 + 26;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 52;
  return unit === 0x2b ? 62 : unit === 0x2f ? 63 : -1;
}
