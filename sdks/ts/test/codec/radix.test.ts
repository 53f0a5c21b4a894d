import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64, decodeHex, encodeBase64, encodeHex } from "../../src/codec/radix.js";

test("bytes come back from hex and base64, which are spelt as everywhere", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(encodeHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
      expect(decodeHex(encodeHex(bytes))).toStrictEqual(bytes);
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(decodeBase64(encodeBase64(bytes))).toStrictEqual({ bytes, spare: 0 });
    }),
  );
});

test.each(["0", "0g", "AB", "0x"])("%s is not hex", (digits) => {
  expect(decodeHex(digits)).toBeUndefined();
});

test.each(["A", "AA", "AAA", "A===", "=AAA", "AA=A", "AAA-", "AAA_", "AA A", "===="])("%s is not base64", (digits) => {
  expect(decodeBase64(digits)).toBeUndefined();
});

test.each(["AB==", "AAB="])("%s has spare bits that are not zero", (digits) => {
  expect(decodeBase64(digits)!.spare).not.toBe(0);
});
