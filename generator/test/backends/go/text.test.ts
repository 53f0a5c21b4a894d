import { describe, expect, it } from "vitest";
import { docLines } from "../../../src/backends/go/docs.js";
import { columns, indent, literal } from "../../../src/backends/go/format.js";
import { importGroups } from "../../../src/backends/go/imports.js";
import { samples } from "../../../src/backends/go/plan/samples.js";
import { compilePattern } from "../../../src/codec/pattern.js";

describe("doc comments", () => {
  it("are left out when there is nothing to say", () => {
    expect(docLines({ text: "" })).toEqual([]);
    expect(docLines({ text: "" }, "A fallback.")).toEqual(["// A fallback."]);
  });

  it("hold nothing that gofmt would rewrite", () => {
    expect(docLines({ text: "  # One\n\n\n- two\n[a]: b", since: "3", deprecated: "" }, undefined, ["A note."])).toEqual([
      "// No. One", "//", "// - two", "// [a] : b", "//", "// A note.", "//", "// Since 3.", "//", "// Deprecated: do not use.",
    ]);
  });

  it("have the quotes that gofmt makes", () => {
    expect(docLines({ text: "``a'' and '''b''' and `c`" })).toEqual(["// “a” and ”'b”' and `c`"]);
  });

  it("are wrapped", () => {
    const lines = docLines({ text: "word ".repeat(60) });
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
  });
});

describe("formatting", () => {
  it("indents by brackets, also those that share a line or stand in strings", () => {
    expect(indent('f(func() {\nx := "{"\nswitch x {\ncase `}`:\ny()\n}\n})\n')).toBe('f(func() {\n\tx := "{"\n\tswitch x {\n\tcase `}`:\n\t\ty()\n\t}\n})\n');
  });

  it("drops blank lines at the ends of blocks and doubled ones", () => {
    expect(indent("\n\na {\n\nb\n\n\nc\n\n}\n\n")).toBe("a {\n\tb\n\n\tc\n}\n");
  });

  it("lines up columns", () => {
    expect(columns([["A", "int"], ["Long", "[]byte"]])).toEqual(["A    int", "Long []byte"]);
  });

  it("writes strings", () => {
    expect([literal("a"), literal('"a":'), literal("`\"")]).toEqual(['"a"', '`"a":`', '"`\\""']);
  });
});

describe("imports", () => {
  it("are what the code mentions, not what its strings and comments do", () => {
    const code = 'x := binary.LittleEndian // json.Marshal\ny := "math.Inf" + v.cmp.z + codec.A + mine.B';
    expect(importGroups(code, { codec: "a/codec", mine: "a/other" })).toEqual([['"encoding/binary"'], ['"a/codec"', 'mine "a/other"']]);
  });
});

describe("samples of a pattern", () => {
  it.each([
    ["[a-z]+", 1, 255],
    ["a{3}(/b)*", 0, null],
    ["[0-9a-f]{8}", 0, null],
    ["(ab|cd)*", 4, 6],
  ])("%s match it, within %d to %s bytes", (source, min, max) => {
    const texts = samples(compilePattern(source), min, max);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).toMatch(new RegExp(`^(?:${source})$`));
      expect(text.length).toBeGreaterThanOrEqual(min);
      expect(text.length).toBeLessThanOrEqual(max ?? Infinity);
    }
  });
});
