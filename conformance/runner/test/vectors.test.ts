import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadExpectedFailures } from "../src/core/expected.js";
import { loadVectors, parseVector } from "../src/vectors/load.js";
import { checksOf, type Vector } from "../src/vectors/model.js";
import { select } from "../src/vectors/select.js";
import { sampleVectors, temporaryFolder, writeVectors } from "./fake/peers.js";

const valid: Vector = { type: "a.T", name: "one", value: 1, bytes: "01", verdict: "valid", origin: "prose" };

describe("loading", () => {
  it("names types by folder and file, at any depth", () => {
    const folder = temporaryFolder();
    writeVectors(folder, { ...sampleVectors, "wire/deep.Other": [{ name: "x", bytes: "", verdict: "valid" }] });
    expect(loadVectors(folder).map(({ type, name }) => `${type}/${name}`)).toEqual([
      "net.stream.Grant/zero", "net.stream.Grant/one", "net.stream.Grant/two", "net.stream.Grant/truncated", "net.stream.Grant/too-large", "tool.Event/start", "wire.deep.Other/x",
    ]);
  });

  it.each([
    ["not an object", 7],
    ['unknown member "byts"', { name: "x", byts: "", verdict: "valid", origin: "prose" }],
    ["`name` must be text", { bytes: "", verdict: "valid", origin: "prose" }],
    ["`bytes` must be lowercase hex, or null", { name: "x", bytes: "AB", verdict: "valid", origin: "prose" }],
    ['`bytes` can be null only with `direction: "encode"`', { name: "x", bytes: null, verdict: "valid", origin: "prose" }],
    ["`origin` must be one of prose, derived, captured, fixture", { name: "x", bytes: "", verdict: "valid", origin: "guess" }],
    ["a refusal needs `kind` and `path`", { name: "x", bytes: "", verdict: { kind: "truncated" }, origin: "prose" }],
    ["a decoder's refusal needs an `offset`", { name: "x", bytes: "", verdict: { kind: "truncated", path: "" }, origin: "prose" }],
    ["a vector for encoders needs a `value`", { name: "x", bytes: null, verdict: { kind: "too_long", path: "" }, origin: "prose", direction: "encode" }],
  ])("refuses: %s", (problem, entry) => {
    expect(() => parseVector("a.T", entry, "file, entry 3")).toThrow(`file, entry 3: ${problem}`);
  });

  it("refuses a folder that is not there, broken JSON, and two vectors of one name", () => {
    const folder = temporaryFolder();
    expect(() => loadVectors(join(folder, "none"))).toThrow("there is no folder of vectors");
    writeVectors(folder, { "a.T": [{ name: "x", bytes: "", verdict: "valid" }, { name: "x", bytes: "00", verdict: "valid" }] });
    expect(() => loadVectors(folder)).toThrow("two vectors are named a.T/x");
    writeFileSync(join(folder, "a", "T.json"), "[");
    expect(() => loadVectors(folder)).toThrow("is not JSON");
  });
});

describe("what is checked", () => {
  it.each<[string, Partial<Vector>, boolean[]]>([
    ["a valid one: both ways, and in the matrix", {}, [true, true, true]],
    ["a refused input: only decoded", { verdict: { kind: "truncated", offset: 0, path: "" } }, [true, false, false]],
    ["a refused value: only encoded", { verdict: { kind: "too_long", path: "" }, bytes: null, direction: "encode" }, [false, true, false]],
    ["a value that is written in one way and read in another: only encoded", { direction: "encode" }, [false, true, false]],
  ])("%s", (_, change, [decode, encode, matrix]) => {
    expect(checksOf({ ...valid, ...change })).toEqual({ decode, encode, matrix });
  });
});

describe("selection", () => {
  const vectors = ["wire.a.T/one", "wire.a.T/two", "wire.b.T/one", "tool.E/x+y"].map((id): Vector => ({ ...valid, type: id.split("/")[0] ?? "", name: id.split("/")[1] ?? "" }));
  it.each([
    [[], 4],
    [["wire.a.T"], 2],
    [["wire.*"], 3],
    [["*/one"], 2],
    [["wire.a.T/two", "tool.*"], 2],
    [["wire.a"], 0],
    [["tool.E/x+y"], 1],
  ])("%j names %i", (patterns, count) => {
    expect(select(vectors, patterns)).toHaveLength(count);
  });
});

describe("lists of expected failures", () => {
  it.each([
    ["is not an array", {}],
    ['`vector` must be "type/name"', [{ vector: "a.T", mismatch: "value", reason: "r" }]],
    ["`reason` must say why", [{ vector: "a.T/x", mismatch: "value", reason: " " }]],
    ["`mismatch` must be one of value, bytes", [{ vector: "a.T/x", mismatch: "wrong", reason: "r" }]],
  ])("are refused when %s", (problem, list) => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "go.json"), JSON.stringify(list));
    expect(() => loadExpectedFailures(folder, ["go"])).toThrow(problem);
  });
});
