import { describe, expect, it } from "vitest";
import { cross } from "../../src/exchanges/cross.js";
import type { Exchange, Generation } from "../../src/exchanges/exchange.js";
import { parseChanges, type Change } from "../../src/exchanges/written.js";
import type { Spec } from "../../src/ir/model.js";
import { compact, int, json, layout, prefix, spec, struct, text } from "../check/ir.js";

const specs: Record<Generation, Spec> = {
  old: spec(struct("Profile", { id: int("u8") }, layout, true), struct("Wide", { n: int("u8") }, layout), struct("Gone", { n: int("u8") }, layout), struct("Moved", { n: int("u8") }, layout)),
  new: spec(struct("Profile", { id: int("u8"), "name?": text(prefix("u8")) }, layout, true), struct("Wide", { n: int("u16") }, layout), struct("Fresh", { n: int("u8") }, layout), struct("Moved", { n: int("u8") }, json)),
};

const change = (...exchanges: object[]): Change[] => parseChanges(JSON.stringify([{ change: "It grows", exchanges }]), "changes.json");
const grown = { types: ["bad.Profile"], from: "new", value: { id: 1, name: "a" }, bytes: "01 0161", reads: { id: 1, $unknown: "0161" } };

describe("derived exchanges", () => {
  const { exchanges } = cross(specs, []);
  const find = (type: string, from: Generation, bytes: string): Exchange | undefined => exchanges.find((one) => one.type === type && one.from === from && one.bytes === bytes);

  it("say what the generation that reads makes of each valid vector of the other", () => {
    expect(find("bad.Profile", "new", "0100")).toMatchObject({ value: { id: 1, name: "" }, outcome: { reads: { id: 1, $unknown: "00" } }, origin: "derived" });
    expect(find("bad.Wide", "old", "ff")?.outcome).toEqual({ refuses: { kind: "truncated", offset: 0, path: "n" } });
    expect(find("bad.Wide", "new", "ffff")?.outcome).toEqual({ refuses: { kind: "trailing_bytes", offset: 1, path: "" } });
  });

  it("are of messages that both generations have in the same encoding", () => {
    expect([...new Set(exchanges.map(({ type }) => type))]).toEqual(["bad.Profile", "bad.Wide"]);
    expect(new Set(exchanges.map(({ type, from }) => `${type} ${from}`)).size).toBe(4);
  });

  it("have names of their own", () => {
    const names = exchanges.map(({ type, from, name }) => `${type} ${from} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("exchanges by hand", () => {
  it("come first, once, and are numbered where a change has several", () => {
    const shorter = { ...grown, value: { id: 1 }, bytes: "01", reads: { id: 1 } };
    const { changes, exchanges } = cross(specs, change(grown, shorter));
    expect(changes).toEqual(["It grows"]);
    expect(exchanges.slice(0, 3).map(({ name, bytes, origin }) => [name, bytes, origin])).toEqual([["It grows", "010161", "prose"], ["It grows (2)", "01", "prose"], ["full", exchanges[2]!.bytes, "derived"]]);
    expect(exchanges.filter(({ type, from, bytes }) => type === "bad.Profile" && from === "new" && bytes === "01")).toHaveLength(1);
  });

  it("may say JSON as text", () => {
    const message = (...names: string[]): Spec => spec(struct("Note", Object.fromEntries(names.map((name) => [name, int("u8")])), json));
    const entry = { types: ["bad.Note"], from: "new", value: { a: 1, b: 2 }, text: '{"a":1,"b":2}', refuses: { kind: "unknown_field", offset: 7, path: "" } };
    expect(cross({ old: message("a"), new: message("a", "b") }, change(entry)).exchanges[0]).toMatchObject({ bytes: Buffer.from(entry.text).toString("hex"), outcome: { refuses: entry.refuses } });
  });

  it.each<[string, object]>([
    ["changes.json, \"It grows\", exchange 0: says that the new generation writes 02", { ...grown, bytes: "02" }],
    ['but the oracle of the old generation says {"reads":{"id":1,"$unknown":"0161"}}', { ...grown, reads: { id: 1 } }],
    ["bad.Fresh is not a message of both generations", { ...grown, types: ["bad.Fresh"] }],
    ["bad.Moved is not a message of both generations", { ...grown, types: ["bad.Moved"] }],
  ])("must agree with the oracles: %s", (problem, entry) => {
    expect(() => cross(specs, change(entry))).toThrow(problem);
  });

  it.each<[string, object]>([
    ["unknown member \"byte\"", { ...grown, byte: "00" }],
    ['`from` is "old" or "new"', { ...grown, from: "newer" }],
    ["needs either `reads` or `refuses`", { ...grown, refuses: {} }],
    ["needs either `bytes`, in hex, or `text`", { ...grown, text: "x" }],
    ["needs either `bytes`, in hex, or `text`", { ...grown, bytes: "xy" }],
    ["needs `types` and `value`", { ...grown, types: "bad.Profile" }],
  ])("are refused when malformed: %s", (problem, entry) => {
    expect(() => change(entry)).toThrow(`changes.json, "It grows", exchange 0: ${problem}`);
  });
});

it("optionals of an open structure in Compact are what its window has no bytes for, so that both generations read each other", () => {
  const message = (extra: object, open: boolean): Spec => spec(struct("Note", { id: int("u8"), ...extra }, compact, open));
  const grow = (open: boolean): Exchange[] => cross({ old: message({}, open), new: message({ "rank?": int("u8") }, open) }, []).exchanges;
  const refusals = (exchanges: Exchange[]): Exchange[] => exchanges.filter(({ outcome, value }) => "refuses" in outcome && !("$unknown" in (value as object)));
  expect(refusals(grow(true))).toEqual([]);
  expect(refusals(grow(false))).toEqual(grow(false));
});
