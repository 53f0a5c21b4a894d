import { describe, expect, it } from "vitest";
import { equal, firstDifference } from "../src/core/equal.js";
import { LineSplitter } from "../src/peers/lines.js";
import { parseAnswer, parseHello } from "../src/peers/protocol.js";
import { describeFailure, summarise } from "../src/report/describe.js";
import { hexDump, table } from "../src/cli/text.js";
import type { Failure } from "../src/core/results.js";

describe("equality of neutral values", () => {
  it.each([
    [{ a: 1, b: [null, "x"] }, { b: [null, "x"], a: 1 }, true],
    [{ a: 1 }, { a: "1" }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[], {}, false],
    [null, {}, false],
    [[1, 2], [2, 1], false],
    ["1.0", "1.0", true],
  ])("%j and %j: %s", (a, b, same) => {
    expect(equal(a, b)).toBe(same);
  });

  it("finds the first difference and what stands there", () => {
    expect(firstDifference({ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] })).toEqual({ path: ".a[1].b", left: 2, right: 3 });
    expect(firstDifference({ a: [] }, { a: [7] })).toEqual({ path: ".a[0]", left: undefined, right: 7 });
    expect(firstDifference("x", { a: 1 })).toEqual({ path: "", left: "x", right: { a: 1 } });
  });
});

describe("lines", () => {
  const split = (chunks: (string | Buffer)[], limit?: number): string[] => {
    const lines: string[] = [];
    const splitter = new LineSplitter((line) => lines.push(line), () => lines.push("TOO LONG"), limit);
    for (const chunk of chunks) splitter.push(Buffer.from(chunk));
    splitter.end();
    return lines;
  };

  it("are put together from any chunks, characters cut in two included", () => {
    const euro = Buffer.from("€");
    expect(split(["a", "b\nc\n\nd", euro.subarray(0, 1), Buffer.concat([euro.subarray(1), Buffer.from("\n")]), "last"])).toEqual(["ab", "c", "d€", "last"]);
  });

  it("are bounded", () => {
    expect(split(["x".repeat(60), "y".repeat(60)], 100)).toEqual(["TOO LONG"]);
  });
});

describe("answers", () => {
  it.each([
    ["not JSON", "nonsense"],
    ["not an object", "[1]"],
    ["no id", '{"ok":{}}'],
    ["neither one `ok` nor one `error`", '{"id":1}'],
    ["neither one `ok` nor one `error`", '{"id":1,"ok":{},"error":{"kind":"a","message":"b"}}'],
    ["`ok` is not an object", '{"id":1,"ok":7}'],
    ["`error` lacks kind or message, or offset or path is of a wrong type", '{"id":1,"error":{"kind":"truncated"}}'],
    ["`error` lacks kind or message, or offset or path is of a wrong type", '{"id":1,"error":{"kind":"truncated","message":"m","offset":"1"}}'],
  ])("are refused: %s", (problem, line) => {
    expect(parseAnswer(line)).toBe(problem);
  });

  it("of the right form are read", () => {
    expect(parseAnswer('{"id":1,"ok":{"bytes":""}}')).toEqual({ id: 1, answer: { ok: { bytes: "" } } });
    expect(parseAnswer('{"id":null,"error":{"kind":"bad_request","message":"m"}}')).toEqual({ id: null, answer: { error: { kind: "bad_request", message: "m" } } });
    expect(parseHello({ language: "go", version: "1", spec: "a", features: [], types: [] })).toMatchObject({ language: "go" });
    expect(parseHello({ language: "go", version: "1", spec: "a", features: "codec", types: [] })).toBe("`features` and `types` must be arrays of text");
  });
});

describe("failures in words", () => {
  const failure = (wrong: Failure["wrong"], rest: Partial<Failure> = {}): Failure => ({ type: "a.T", name: "x", check: "decode", language: "go", wrong, ...rest });
  it.each<[string, Failure["wrong"]]>([
    ["value differs at .a[1]: expected 2, got 3", { mismatch: "value", expected: { value: { a: [1, 2] } }, actual: { value: { a: [1, 3] } } }],
    ["bytes differ at 1: expected 02, got 03", { mismatch: "bytes", expected: { bytes: "0102" }, actual: { bytes: "0103" } }],
    ["bytes differ at 1: expected the end, got 03", { mismatch: "bytes", expected: { bytes: "01" }, actual: { bytes: "0103" } }],
    ['offset: expected truncated at 4 "a", got truncated at 2 "a" (short)', { mismatch: "offset", expected: { refusal: { kind: "truncated", offset: 4, path: "a" } }, actual: { refusal: { kind: "truncated", offset: 2, path: "a", message: "short" } } }],
    ["hang: no answer within 10 s", { mismatch: "hang", expected: { value: 1 }, actual: { fault: "no answer within 10 s" } }],
  ])("%s", (words, wrong) => {
    expect(describeFailure({ wrong })).toBe(words);
  });

  it("of one vector become one line, an unexpected one first", () => {
    const wrong: Failure["wrong"] = { mismatch: "crash", expected: { value: 1 }, actual: { fault: "gone" } };
    const failures = [failure(wrong, { reason: "known" }), failure(wrong, { check: "matrix", encoder: "rust" }), failure(wrong, { check: "matrix", encoder: "c" })];
    expect(summarise(failures)).toBe("rust → go: crash: gone; also go decode, c → go");
    expect(summarise(Array.from({ length: 9 }, () => failure(wrong, { check: "matrix", encoder: "rust" })))).toBe("rust → go: crash: gone; also 8 other checks");
  });
});

describe("plain text", () => {
  it("aligns tables and dumps bytes", () => {
    expect(table([["a", "bb"], ["ccc", "1"]])).toBe("a    bb\nccc   1");
    expect(hexDump("00414243444546474849ff4b4c4d4e4f50")).toBe("000000  00 41 42 43 44 45 46 47 48 49 ff 4b 4c 4d 4e 4f  .ABCDEFGHI.KLMNO\n000010  50                                               P");
  });
});
