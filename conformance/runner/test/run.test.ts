import { describe, expect, it } from "vitest";
import { fakeRun, sampleVectors, type FakeConfig } from "./fake/peers.js";

const grant = "net.stream.Grant";
const fault = (how: "crash" | "hang" | "garbage" | "half a line" | "twice", op: "encode" | "decode" = "decode", name = "one"): FakeConfig => ({ faults: [{ op, how, vector: `${grant}/${name}` }] });
const answer = (op: "encode" | "decode", name: string, answer: object): FakeConfig => ({ faults: [{ op, how: "answer", vector: `${grant}/${name}`, answer }] });

describe("peers that agree", () => {
  it("pass every check: decode, encode, refusals, and each ordered pair", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: {}, c: {} } });
    expect(result.problems).toEqual([]);
    expect(result.failures).toEqual([]);
    // Five decodes, five encodes a language (one of them a refusal of each kind), and four valid vectors in nine pairs.
    expect(result.total).toEqual({ passed: 3 * (5 + 5) + 4 * 9, failed: 0, expected: 0 });
    expect(result.pairs.flat().map(({ passed }) => passed)).toEqual(Array(9).fill(4));
    expect(result.types.map(({ type, vectors }) => [type, vectors])).toEqual([[grant, 5], ["tool.Event", 1]]);
    expect(result.types[0]?.languages[0]).toEqual({ decode: { passed: 3, failed: 0, expected: 0 }, encode: { passed: 3, failed: 0, expected: 0 }, refusal: { passed: 2, failed: 0, expected: 0 } });
    expect(result.spec).toBe("abc");
  });

  it("are compared with each other where only the bytes are known", async () => {
    const odd: FakeConfig = { faults: [{ op: "decode", how: "answer", vector: "tool.Event/start", answer: { ok: { value: { raw: "other" } } } }] };
    const result = await fakeRun({ peers: { rust: {}, go: odd } });
    expect(result.failures.map(({ check, language, encoder, wrong }) => [check, encoder, language, wrong.mismatch])).toEqual([
      ["decode", undefined, "go", "value"],
      ["matrix", "rust", "go", "value"],
      ["matrix", "go", "go", "value"],
    ]);
  });
});

describe("wrong answers", () => {
  it.each([
    ["value", answer("decode", "one", { ok: { value: { ack: "7" } } })],
    ["refused", answer("decode", "one", { error: { kind: "truncated", message: "no", offset: 0, path: "" } })],
    ["accepted", answer("decode", "truncated", { ok: { value: { ack: "0" } } })],
    ["kind", answer("decode", "truncated", { error: { kind: "malformed", message: "no", offset: 0, path: "ack" } })],
    ["offset", answer("decode", "truncated", { error: { kind: "truncated", message: "no", offset: 1, path: "ack" } })],
    ["path", answer("decode", "truncated", { error: { kind: "truncated", message: "no", offset: 0, path: "" } })],
    ["bytes", answer("encode", "one", { ok: { bytes: "ff" } })],
    ["garbage", answer("encode", "one", { ok: { result: "01" } })],
    ["accepted", answer("encode", "too-large", { ok: { bytes: "00" } })],
    ["offset", answer("encode", "too-large", { error: { kind: "out_of_range", message: "no", offset: 0, path: "ack" } })],
  ])("are told apart: %s", async (mismatch, config) => {
    const result = await fakeRun({ peers: { rust: {}, go: config } });
    const direct = result.failures.filter(({ check }) => check !== "matrix");
    expect(direct.map(({ language, wrong }) => [language, wrong.mismatch])).toEqual([["go", mismatch]]);
    expect(result.total.failed).toBe(result.failures.length);
  });

  it("of an encoder reach every decoder: what it wrote is what they read", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: answer("encode", "one", { ok: { bytes: "02" } }) } });
    expect(result.failures.map(({ check, encoder, language, wrong }) => [check, encoder, language, wrong.mismatch, wrong.actual])).toEqual([
      ["encode", undefined, "go", "bytes", { bytes: "02" }],
      ["matrix", "go", "rust", "value", { value: { ack: "2" } }],
      ["matrix", "go", "go", "value", { value: { ack: "2" } }],
    ]);
  });

  it("leave the row of an encoder that gave no bytes failed, not empty", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: answer("encode", "one", { error: { kind: "too_long", message: "no", path: "" } }) } });
    expect(result.failures.map(({ check, language, wrong }) => [check, language, wrong.mismatch])).toEqual([
      ["encode", "go", "refused"],
      ["matrix", "rust", "no-bytes"],
      ["matrix", "go", "no-bytes"],
    ]);
  });
});

describe("peers that fail to answer", () => {
  it.each(["crash", "hang", "garbage"] as const)("%s on one request: it alone is blamed, the others are answered", async (how) => {
    const result = await fakeRun({ peers: { rust: {}, go: fault(how, "encode") } });
    expect(result.problems).toEqual([]);
    const [first, ...others] = result.failures;
    expect(first).toMatchObject({ check: "encode", language: "go", name: "one", wrong: { mismatch: how } });
    expect(others.map(({ wrong }) => wrong.mismatch)).toEqual(["no-bytes", "no-bytes"]);
    expect(result.total.passed).toBe(2 * 10 + 4 * 4 - 1 - 2);
  });

  it("say why they crashed", async () => {
    const result = await fakeRun({ peers: { go: fault("crash") } });
    expect(result.failures[0]?.wrong.actual).toEqual({ fault: "it ended with exit status 9; it said: fake: falling over" });
  });

  it("are reported when they answer twice", async () => {
    const result = await fakeRun({ peers: { go: fault("twice", "encode") } });
    expect(result.failures).toEqual([]);
    expect(result.problems).toEqual([{ language: "go", text: expect.stringMatching(/^request \d+ was answered twice$/) }]);
    expect(result.total.failed).toBe(1);
  });

  it("are given up after too many failures, and the run goes on", async () => {
    const vectors = { [grant]: Array.from({ length: 40 }, (_, index) => ({ name: `v${index}`, value: { ack: String(index) }, bytes: index.toString(16).padStart(2, "0"), verdict: "valid" as const })) };
    const faults = vectors[grant]?.map(({ name }) => ({ op: "decode" as const, how: "crash" as const, vector: `${grant}/${name}` })) ?? [];
    const result = await fakeRun({ vectors, peers: { rust: {}, go: { faults } } });
    expect(result.problems).toEqual([{ language: "go", text: expect.stringMatching(/^given up after 6 failures/) }]);
    expect(result.pairs[0]?.[0]).toEqual({ passed: 40, failed: 0, expected: 0 });
    expect(result.pairs[0]?.[1]?.passed).toBe(0);
  });

  it("are given up when they started well once, but say hello no more", async () => {
    const result = await fakeRun({ peers: { go: { deafFrom: 4 } }, client: { maxRestarts: 100_000 } });
    expect(result.problems).toEqual([{ language: "go", text: expect.stringMatching(/^given up after 3 new starts without a hello, the last: garbage: it could not read the request/) }]);
    expect(result.total.failed).toBeGreaterThan(0);
  });

  it("are not blamed twice when they end in the middle of a line", async () => {
    // Once among others, and once alone.
    const result = await fakeRun({ peers: { go: fault("half a line", "encode") }, client: { maxRestarts: 2 } });
    expect(result.problems).toEqual([]);
    expect(result.failures[0]).toMatchObject({ check: "encode", name: "one", wrong: { mismatch: "garbage" } });
  });

  it("fail everything when they do not start, stay silent, or are not there", async () => {
    const dead = await fakeRun({ peers: { rust: {}, go: { onStart: "exit" }, c: { onStart: "mute" } }, client: { startTimeoutMs: 500 }, plan: { languages: ["rust", "ts", "go", "c"] } });
    expect(dead.problems.map(({ language, text }) => [language, text.slice(0, 12)]).sort()).toEqual([
      ["c", "hang: no ans"],
      ["go", "crash: it en"],
      ["ts", "there is no "],
    ]);
    expect(dead.pairs.map((row) => row.map(({ passed }) => passed))).toEqual([[4, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]);
    expect(new Set(dead.failures.filter(({ check }) => check !== "matrix").map(({ wrong }) => wrong.mismatch))).toEqual(new Set(["gone"]));
  });

  it("must end well when their input ends", async () => {
    const result = await fakeRun({ peers: { rust: { onEnd: 4 }, go: { onEnd: "stay" } } });
    expect(result.problems.map(({ language, text }) => `${language}: ${text}`).sort()).toEqual([
      "go: it did not end within 0.6 s of the end of its input",
      "rust: at the end of its input it ended with exit status 4",
    ]);
  });

  it("cannot hold the run beyond its time", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: fault("hang") }, client: { timeoutMs: 30_000, deadline: performance.now() + 1500 } });
    expect(result.seconds).toBeLessThan(5);
    expect(result.problems[0]?.text).toBe("the run took longer than it may");
  });
});

describe("hellos", () => {
  it("must name every type: a missing one fails, it is not skipped", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: { missing: ["tool.Event"] } } });
    expect(result.problems).toEqual([{ language: "go", text: "its hello does not name tool.Event" }]);
    expect(result.failures.filter(({ check, language }) => check === "decode" && language === "go").map(({ wrong }) => wrong.mismatch)).toEqual(["missing-type"]);
    expect(result.failures.length).toBeGreaterThan(3);
  });

  it("must agree on the spec", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: { spec: "def" }, c: {} } });
    expect(result.problems).toEqual([{ language: "go", text: "built from another spec: def, not abc; build it again" }]);
    const pinned = await fakeRun({ peers: { rust: {}, c: {} }, plan: { spec: "def" } });
    expect(pinned.problems.map(({ language }) => language)).toEqual(["rust", "c"]);
  });

  it("must be the language's own", async () => {
    const result = await fakeRun({ peers: { rust: { language: "go" } } });
    expect(result.problems).toEqual([{ language: "rust", text: 'its hello calls it "go"' }]);
  });

  it("may not name a type that has no vectors in a whole run", async () => {
    const vectors = sampleVectors[grant] ?? [];
    const result = await fakeRun({ peers: { rust: {} }, vectors: { [grant]: vectors, "tool.Event": [] } });
    expect(result.problems).toEqual([{ text: "no vectors for tool.Event" }]);
  });
});

describe("expected failures", () => {
  const wrong = answer("decode", "one", { ok: { value: { ack: "7" } } });
  const entry = { language: "go" as const, vector: `${grant}/one`, mismatch: "value" as const, reason: "reads all as seven" };

  it("are counted apart, with what follows from them in the matrix", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: wrong }, expected: [entry] });
    expect(result.total).toMatchObject({ failed: 0, expected: 3 });
    expect(result.failures.map(({ reason }) => reason)).toEqual(Array(3).fill("reads all as seven"));
  });

  it("fail the run when they pass", async () => {
    const result = await fakeRun({ peers: { rust: {}, go: {} }, expected: [entry] });
    expect(result.problems).toEqual([{ language: "go", text: `${grant}/one is on the list of expected failures (value: reads all as seven), but it does not fail so: take it off the list` }]);
    expect(result.total.failed).toBe(1);
  });

  it("do not cover another mismatch, another language, or another vector", async () => {
    const otherwise = await fakeRun({ peers: { rust: {}, go: wrong }, expected: [{ ...entry, mismatch: "crash" }] });
    expect(otherwise.total).toMatchObject({ failed: 4, expected: 0 });
    const elsewhere = await fakeRun({ peers: { rust: {}, go: wrong }, expected: [{ ...entry, language: "rust" }] });
    expect(elsewhere.total).toMatchObject({ failed: 4, expected: 0 });
  });

  it("take wildcards, each vector of which must fail", async () => {
    const result = await fakeRun({ peers: { go: wrong }, expected: [{ ...entry, vector: "net.*/o*" }] });
    expect(result.total).toMatchObject({ failed: 0, expected: 2 });
    const wide = await fakeRun({ peers: { go: wrong }, expected: [{ ...entry, vector: "net.*" }] });
    expect(wide.problems).toHaveLength(4);
  });

  it("are reported when they name no vector at all", async () => {
    const result = await fakeRun({ peers: { go: {} }, expected: [{ ...entry, vector: `${grant}/gone` }] });
    expect(result.problems).toEqual([{ language: "go", text: `expected failure ${grant}/gone names no vector: take it off the list` }]);
  });
});
