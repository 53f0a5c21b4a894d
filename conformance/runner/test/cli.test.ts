import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conformance } from "./fake/command.js";
import { sampleVectors, temporaryFolder, writePeers, writeVectors, type FakeConfig } from "./fake/peers.js";

function project(configs: Record<string, FakeConfig>): string[] {
  const folder = temporaryFolder();
  writeVectors(join(folder, "vectors"), sampleVectors);
  writePeers(join(folder, "peers"), join(folder, "vectors"), { rust: {}, ts: {}, python: {}, go: {}, c: {}, ...configs });
  return ["--vectors", join(folder, "vectors"), "--peers", join(folder, "peers"), "--report", join(folder, "report")];
}

const wrongValue: FakeConfig = { faults: [{ op: "decode", how: "answer", vector: "net.stream.Grant/one", answer: { ok: { value: { ack: "7" } } } }] };

describe("run", () => {
  it("ends with one plain line and status 0 when all passed, and writes three reports", async () => {
    const args = project({});
    const { status, out } = await conformance(...args);
    expect(status).toBe(0);
    expect(out.trimEnd().split("\n").at(-1)).toBe("150 passed, 0 failed");
    expect(out).toContain("fixtures from outside: skipped: these vectors are of another spec");
    const report = args.at(-1) as string;
    expect(JSON.parse(readFileSync(join(report, "results.json"), "utf8"))).toMatchObject({ total: { passed: 150, failed: 0 }, matrix: { rust: { go: { passed: 4 } } } });
    expect(readFileSync(join(report, "junit.xml"), "utf8")).toContain('<testsuites name="conformance" tests="6" failures="0"');
    expect(readFileSync(join(report, "index.html"), "utf8")).toMatch(/^<!doctype html>/);
  });

  it("has status 1 when something failed, and says what", async () => {
    const args = project({ go: wrongValue });
    const { status, out } = await conformance(...args);
    expect(status).toBe(1);
    expect(out).toContain('net.stream.Grant/one go decode: value differs at .ack: expected "1", got "7"; also rust → go');
    expect(out.trimEnd().split("\n").at(-1)).toBe("144 passed, 6 failed");
    expect(readFileSync(join(args.at(-1) as string, "junit.xml"), "utf8")).toContain('name="one"><failure message="go decode: value differs at .ack: expected &quot;1&quot;, got &quot;7&quot;" type="value">');
  });

  it("takes a part of the types and of the languages", async () => {
    const { out } = await conformance(...project({}), "--only", "tool.*", "--language", "c", "--language", "rust");
    expect(out).toContain("1 vector to rust, c;");
    expect(out.trimEnd().split("\n").at(-1)).toBe("8 passed, 0 failed");
  });

  it("has status 2 when it cannot run", async () => {
    expect(await conformance(...project({}), "--only", "none.*")).toMatchObject({ status: 2, err: 'conformance: no vector matches none.*; "list" shows what there is\n' });
    expect(await conformance(...project({}), "--language", "java")).toMatchObject({ status: 2, err: 'conformance: there is no language "java": choose from rust, ts, python, go, c\n' });
  });
});

describe("list and show", () => {
  it("lists types with counts, and vectors of a selection", async () => {
    const [option, folder] = project({}) as [string, string];
    const all = await conformance("list", option, folder);
    expect(all.out).toContain("net.stream.Grant        5      3        2              1");
    const some = await conformance("list", option, folder, "--only", "*/truncated");
    expect(some.out).toContain('net.stream.Grant/truncated  truncated at 0 "ack"');
  });

  it("shows a vector and what each language answers", async () => {
    const args = project({ go: wrongValue }).slice(0, 4);
    const { status, out } = await conformance("show", "net.stream.Grant/one", ...args);
    expect(status).toBe(1);
    expect(out).toContain("000000  01 ");
    expect(out).toContain('rust: ✓\n  decode: {"ack":"1"}\n  encode: "01"\n  decode: {"ack":"1"}');
    expect(out).toContain('go: ✗ value\n  decode: {"ack":"7"}');
    expect(await conformance("show", "net.stream.*", ...args)).toMatchObject({ status: 2, err: expect.stringContaining("names 5 vectors") });
  });
});
