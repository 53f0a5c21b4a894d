import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadFixtures } from "../src/fixtures/outside.js";
import { member, readRawJson } from "../src/fixtures/rawJson.js";
import { temporaryFolder } from "./fake/peers.js";

describe("raw JSON", () => {
  it("keeps every spelling and only loses white space between tokens", () => {
    const text = '{ "a" : [ 64.0, 1e2 ,18446744073709551615 , "x \\" ,: \\u00e9" ],\n "b":{ }, "c":[ ], "d":null }';
    expect(readRawJson(text).text).toBe('{"a":[64.0,1e2,18446744073709551615,"x \\" ,: \\u00e9"],"b":{},"c":[],"d":null}');
    expect(member(readRawJson(text), "a").items?.[0]?.text).toBe("64.0");
  });

  it("says what is not JSON, and which member is missing", () => {
    expect(() => readRawJson("{")).toThrow();
    expect(() => member(readRawJson("{}"), "cases")).toThrow('no member "cases"');
  });
});

describe("cases from outside", () => {
  it("become vectors: unions from their fields, JSON from its text", () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "transfer.json"), '{"transfer_control":[{"name":"r","fields":{"hash":"00ff"},"postcard_hex":"0000ff"}],"transfer_header":[{"name":"f","fields":{"kind":"found","total_len":18446744073709551615},"postcard_hex":"00"},{"name":"n","fields":{"kind":"not_found"},"postcard_hex":"01"}]}');
    writeFileSync(join(folder, "tool_events.json"), '{"cases":[{"name":"e","wire":{ "type": "progress", "pct": 64.0 },"is_terminal":false}]}');
    const fixtures = loadFixtures(folder);
    expect(fixtures?.absent).toEqual(["predicate_nrpc_envelope.json"]);
    expect(fixtures?.vectors.map(({ type, name, value, bytes }) => [type, name, value, bytes])).toEqual([
      ["wire.blob.TransferControl", "transfer.json:r", { case: "request", value: { hash: "00ff" } }, "0000ff"],
      ["wire.blob.TransferHeader", "transfer.json:f", { case: "found", value: { totalLen: "18446744073709551615" } }, "00"],
      ["wire.blob.TransferHeader", "transfer.json:n", { case: "notFound", value: {} }, "01"],
      ["tool.ToolEvent", "tool_events.json:e", undefined, Buffer.from('{"type":"progress","pct":64.0}').toString("hex")],
    ]);
  });

  it("are reported as absent when their folder is", () => {
    expect(loadFixtures(join(temporaryFolder(), "none"))).toBeNull();
  });
});
