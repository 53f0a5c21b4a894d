import { expect, it } from "vitest";
import { docstring, rootNote, typeNote } from "../../../src/backends/python/docs.js";

const lines = (text: string, ...rest: [number?, string[]?]): string => docstring({ text }, ...([rest[0] ?? 0, rest[1] ?? []] as const)).join("\n");

it("escapes what would end the string or mean something else", () => {
  expect(lines('a """b""" \\n "c"')).toBe('"""a \\"\\"\\"b\\"\\"\\" \\\\n "c\\""""');
  expect(lines("ends in \\")).toBe('"""ends in \\\\"""');
  expect(lines("bell \u0007 here")).toBe('"""bell here"""');
});

it("keeps paragraphs and lists, and wraps the rest", () => {
  const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
  const wrapped = docstring({ text: `${words}\n\n- one\n- two` }, 1);
  expect(wrapped.every((line) => line.length <= 120)).toBe(true);
  expect(wrapped.slice(-4)).toEqual(["", "    - one", "    - two", '    """']);
});

it("adds what annotations do not say", () => {
  expect(docstring({ text: "A.", since: "1.2", deprecated: "" }, 0, ["Encoding: Json."])).toEqual(['"""A.', "", "Encoding: Json.", "", "Since 1.2.", "", "Deprecated.", '"""']);
  expect(typeNote({ kind: "int", int: "u16", endian: "le", min: "1", unit: "ns" })).toBe("u16, at least 1, ns");
  expect(typeNote({ kind: "text", framing: { kind: "rest" }, limit: { min: 0, max: 9 }, pattern: "[a-z]*" })).toBe("at most 9 bytes of UTF-8, matches [a-z]*");
  expect(rootNote({ encoding: "packed", packedSize: 64 })).toBe("Encoding: Packed: 64 bytes.");
});
