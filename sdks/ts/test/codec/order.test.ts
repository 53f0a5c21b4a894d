import fc from "fast-check";
import { expect, test } from "vitest";
import { compareBigInts, compareBytes, compareText } from "../../src/codec/order.js";

const sign = (order: number): number => Math.sign(order) + 0;

test("text compares as its UTF-8 bytes", () => {
  const text = fc.string({ unit: "binary", maxLength: 4 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  expect(compareText("\uffff", "\u{10000}")).toBeLessThan(0);
});

test("bytes compare one by one, and a beginning stands before the whole", () => {
  const bytes = fc.uint8Array({ maxLength: 4 });
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(sign(compareBytes(a, b))).toBe(Buffer.compare(a, b));
    }),
  );
});

test("integers of 64 bits compare by value", () => {
  expect([3n, -1n, 0n].sort(compareBigInts)).toStrictEqual([-1n, 0n, 3n]);
});
