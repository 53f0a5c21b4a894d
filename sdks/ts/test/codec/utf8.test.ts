import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import * as native from "../../src/codec/utf8.js";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 60 }),
);
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 })
  .map((units) => String.fromCharCode(...units));

/** The module as it is where neither Node's `Buffer` nor a young engine helps. */
async function asInBrowsers(): Promise<typeof native> {
  const young = Object.getOwnPropertyDescriptor(String.prototype, "isWellFormed")!;
  vi.resetModules();
  vi.doMock("../../src/codec/native-utf8.js", () => ({ nativeUtf8: undefined }));
  Reflect.deleteProperty(String.prototype, "isWellFormed");
  try {
    return await import("../../src/codec/utf8.js");
  } finally {
    Object.defineProperty(String.prototype, "isWellFormed", young);
    vi.doUnmock("../../src/codec/native-utf8.js");
  }
}

describe.each([
  ["in Node", native],
  ["in browsers", await asInBrowsers()],
])("%s", (_where, { decodeUtf8, encodeUtf8, firstIllFormed, hasLoneSurrogate, utf8Length }) => {
  test("text goes to bytes and back as the platform does it", () => {
    fc.assert(
      fc.property(text, (value) => {
        const expected = new TextEncoder().encode(value);
        const target = new Uint8Array(3 * value.length + 2);
        expect(encodeUtf8(value, target, 2)).toBe(2 + expected.length);
        expect(target.slice(2, 2 + expected.length)).toStrictEqual(expected);
        expect(utf8Length(value)).toBe(expected.length);
        expect(decodeUtf8(target, 2, 2 + expected.length)).toBe(value);
      }),
    );
  });

  test("half a surrogate pair has no bytes", () => {
    fc.assert(
      fc.property(anyUnits, (value) => {
        const lone = !isWellFormed(value);
        expect(hasLoneSurrogate(value)).toBe(lone);
        expect(encodeUtf8(value, new Uint8Array(3 * value.length), 0) < 0).toBe(lone);
      }),
    );
  });

  test("the first fault is found where the platform finds one", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 12 }),
          text.map((value) => new TextEncoder().encode(value)),
        ),
        fc.nat(),
        fc.nat(255),
        (bytes, at, byte) => {
          if (bytes.length > 0) bytes[at % bytes.length] = byte;
          const fault = firstIllFormed(bytes, 0, bytes.length);
          const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
          expect(() => decoder.decode(bytes.subarray(0, fault))).not.toThrow();
          expect(decodeUtf8(bytes, 0, bytes.length) === undefined).toBe(fault < bytes.length);
        },
      ),
    );
  });

  test.each([
    ["overlong", [0x41, 0xc0, 0x80], 1],
    ["surrogate", [0xed, 0xa0, 0x80], 0],
    ["beyond U+10FFFF", [0x41, 0x42, 0xf4, 0x90, 0x80, 0x80], 2],
    ["cut off", [0x41, 0xe2, 0x82], 1],
    ["continuation alone", [0x80], 0],
  ])("%s", (_, bytes, fault) => {
    expect(firstIllFormed(Uint8Array.from(bytes), 0, bytes.length)).toBe(fault);
  });

  test("a byte order mark is an ordinary character", () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x41);
    expect(decodeUtf8(bytes, 0, 4)).toBe("\ufeffA");
  });
});

function isWellFormed(value: string): boolean {
  try {
    encodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}
