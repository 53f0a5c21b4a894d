import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exchangeAmong } from "../src/core/exchange.js";
import type { Peer } from "../src/core/examine.js";
import { loadExchanges } from "../src/exchanges/load.js";
import type { Exchange, ExchangeFile } from "../src/exchanges/model.js";
import type { Outcome, Request } from "../src/peers/protocol.js";
import { Grid, wordFor } from "../src/report/grid.js";
import { conformance } from "./fake/command.js";
import { temporaryFolder, writePeers, writeVectors } from "./fake/peers.js";

const kept: Exchange = { type: "net.Grant", encoding: "layout", name: "grown", from: "new", value: { ack: 1, more: 2 }, bytes: "0102", outcome: { reads: { ack: 1, $unknown: "02" } }, origin: "prose", change: "It grows" };
const refused: Exchange = { ...kept, name: "refused", outcome: { refuses: { kind: "trailing_bytes", offset: 1, path: "" } } };

const ok = (content: Record<string, unknown>): Outcome => ({ ok: content });
const refusal: Outcome = { error: { kind: "trailing_bytes", message: "no", offset: 1, path: "" } };

/** Answers by what it is asked; everything else it refuses. */
function peer(encode: Outcome, decode: Outcome): Peer {
  return { language: "go", knows: () => true, request: ({ op }: Request) => Promise.resolve(op === "encode" ? encode : decode) };
}
const writer = peer(ok({ bytes: "0102" }), ok({ value: kept.value }));
const reader = peer(ok({ bytes: "0102" }), ok({ value: { ack: 1, $unknown: "02" } }));
const closed = peer(ok({ bytes: "0102" }), refusal);

async function faults(exchange: Exchange, writing: Peer, reading: Peer): Promise<unknown> {
  const { written, pairs } = await exchangeAmong(exchange, { old: [reading], new: [writing] });
  const fault = pairs[0]![0];
  return [written[0]?.mismatch ?? null, fault && [fault.step, fault.wrong.mismatch]];
}

describe("an exchange", () => {
  it("passes when what was read is written again and read back, or is refused as it must be", async () => {
    expect(await faults(kept, writer, reader)).toEqual([null, null]);
    expect(await faults(refused, writer, closed)).toEqual([null, null]);
  });

  it.each<[string, Exchange, Peer, Peer, unknown]>([
    ["the writer writes otherwise", kept, peer(ok({ bytes: "ff" }), ok({ value: kept.value })), reader, ["bytes", ["write again", "bytes"]]],
    ["the writer refuses to write", kept, peer(refusal, ok({ value: kept.value })), reader, ["refused", ["read", "no-bytes"]]],
    ["the reader reads otherwise", kept, writer, peer(ok({ bytes: "0102" }), ok({ value: { ack: 1 } })), [null, ["read", "value"]]],
    ["the reader refuses", kept, writer, closed, [null, ["read", "refused"]]],
    ["the reader takes what it must refuse", refused, writer, reader, [null, ["read", "accepted"]]],
    ["the reader loses what it kept", kept, writer, peer(ok({ bytes: "01" }), ok({ value: { ack: 1, $unknown: "02" } })), [null, ["write again", "bytes"]]],
    ["the writer does not know its own message", kept, peer(ok({ bytes: "0102" }), ok({ value: { ack: 1 } })), reader, [null, ["read back", "value"]]],
  ])("fails when %s", async (_, exchange, writing, reading, expected) => {
    expect(await faults(exchange, writing, reading)).toEqual(expected);
  });
});

describe("the grid", () => {
  it.each<[string, Outcome]>([
    ["all", ok({ value: { id: 1, kind: "a" } })],
    ["fills in", ok({ value: { id: 1, kind: "a", more: 0 } })],
    ["keeps", ok({ value: { id: 1, kind: "a", $unknown: "00" } })],
    ["keeps", ok({ value: { id: 1, kind: 7 } })],
    ["reads", ok({ value: { number: 1, kind: "a" } })],
    ["✗ `trailing_bytes`", refusal],
    ["crash", { fault: { kind: "crash", detail: "it is gone" } }],
  ])("says %s", (word, outcome) => {
    expect(wordFor({ id: 1, kind: "a" }, outcome)).toBe(word);
  });

  it("has a line for each change and direction, and shows languages that differ", () => {
    const grid = new Grid();
    const result = { written: [], pairs: [] };
    grid.add({ ...result, exchange: kept, seen: [ok({ value: kept.value }), refusal] });
    grid.add({ ...result, exchange: { ...kept, from: "old", encoding: "json" }, seen: [ok({ value: kept.value })] });
    const { change: _, ...derived } = kept;
    grid.add({ ...result, exchange: { ...derived, encoding: "packed" }, seen: [refusal] });
    expect(grid.markdown(["It grows", "Nothing"])).toBe(
      `| change |  | Packed | Layout | Compact | Json |
| --- | --- | --- | --- | --- | --- |
| It grows | new → old |  | all, ✗ \`trailing_bytes\` |  |  |
|  | old → new |  |  |  | all |`,
    );
  });
});

const info = (hash: string): ExchangeFile["old"] => ({ name: "net", version: "1", hash });
const file: ExchangeFile = { old: info("abc"), new: info("def"), changes: ["It grows"], exchanges: [kept] };

describe("a file of exchanges", () => {
  const load = (content: unknown): ExchangeFile => {
    const path = join(temporaryFolder(), "exchanges.json");
    writeFileSync(path, JSON.stringify(content));
    return loadExchanges(path);
  };

  it("is read as it stands", () => {
    expect(load(file)).toEqual(file);
  });

  it.each<[string, unknown]>([
    ["does not say which generations", { ...file, old: {} }],
    ["holds no exchanges", { ...file, exchanges: [] }],
    ['`from` must be "old" or "new"', { ...file, exchanges: [{ ...kept, from: "newer" }] }],
    ["`bytes` must be lowercase hex", { ...file, exchanges: [{ ...kept, bytes: "0x" }] }],
    ["needs a `value`", { ...file, exchanges: [{ ...kept, value: undefined }] }],
    ["`outcome` must be either", { ...file, exchanges: [{ ...kept, outcome: { refuses: { kind: "truncated" } } }] }],
    ["`change` is none of the file's", { ...file, exchanges: [{ ...kept, change: "Another" }] }],
    ["two exchanges are new → old net.Grant, grown", { ...file, exchanges: [kept, kept] }],
  ])("is refused when malformed: %s", (problem, content) => {
    expect(() => load(content)).toThrow(problem);
  });
});

describe("exchange", () => {
  /** Fake peers of both generations, and a page that shows nothing yet. */
  function project(): { args: string[]; page: string } {
    const folder = temporaryFolder();
    const unknown = (kept.outcome as { reads: object }).reads as never;
    writeVectors(join(folder, "old-vectors"), { "net.Grant": [{ name: "grown", value: unknown, bytes: kept.bytes, verdict: "valid" }] });
    writeVectors(join(folder, "new-vectors"), { "net.Grant": [{ name: "grown", value: kept.value, bytes: kept.bytes, verdict: "valid" }] });
    writePeers(join(folder, "old"), join(folder, "old-vectors"), { rust: {}, go: {} });
    writePeers(join(folder, "new"), join(folder, "new-vectors"), { rust: { spec: "def" }, go: { spec: "def" } });
    writeFileSync(join(folder, "exchanges.json"), JSON.stringify(file));
    const page = join(folder, "page.md");
    writeFileSync(page, "before\n<!-- exchanges -->\n<!-- /exchanges -->\nafter\n");
    return { page, args: ["exchange", join(folder, "exchanges.json"), "--old", join(folder, "old"), "--new", join(folder, "new"), "--language", "rust", "--language", "go"] };
  }

  it("has each language of the one read what each of the other wrote", async () => {
    const { status, out } = await conformance(...project().args);
    expect(out).toContain("new writes (down), old reads (across)");
    // Two write, and each of the other generation's two reads what each wrote.
    expect(out.trimEnd().split("\n").at(-1)).toBe("1 exchange: 6 passed, 0 failed");
    expect(status).toBe(0);
  });

  it("fails on a page that shows something else, and writes it anew when asked to", async () => {
    const { args, page } = project();
    const stale = await conformance(...args, "--page", page);
    expect([stale.status, stale.out.trimEnd().split("\n").at(-1)]).toEqual([1, "1 exchange: 6 passed, 1 failed"]);
    expect((await conformance(...args, "--page", page, "--update")).status).toBe(0);
    expect(readFileSync(page, "utf8")).toMatch(/^before\n<!-- exchanges -->\n\n\| change [^]*\| It grows \| new → old \| {2}\| keeps \| {2}\| {2}\|\n\n<!-- \/exchanges -->\nafter\n$/);
    expect((await conformance(...args, "--page", page)).status).toBe(0);
  });

  it("fails when the peers are of another generation", async () => {
    const { args } = project();
    const [command, path, , old, , fresh, ...rest] = args as [string, string, string, string, string, string];
    const { status, out } = await conformance(command, path, "--old", fresh, "--new", old, ...rest);
    expect(status).toBe(1);
    expect(out).toContain("rust: old: built from another spec: def, not abc");
  });
});
