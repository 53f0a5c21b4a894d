import { describe, expect, it } from "vitest";
import { assignNames } from "../src/names/table.js";
import { camelCase, pascalCase, screamingCase, snakeCase, words } from "../src/names/words.js";

describe("words", () => {
  it.each([
    ["originHash", "origin hash"],
    ["PacketHeader", "packet header"],
    ["X25519Key", "x25519 key"],
    ["HTTPHeader", "http header"],
    ["parseHTTP", "parse http"],
    ["unix_us", "unix us"],
    ["kebab-case.name", "kebab case name"],
    ["sha256Of", "sha256 of"],
    ["u64", "u64"],
    ["a", "a"],
    ["ABC", "abc"],
    ["aB", "a b"],
    ["_hidden__name_", "hidden name"],
    ["", ""],
    ["éclairÉtat", "éclair état"],
  ])("%j are %j", (name, split) => {
    expect(words(name).join(" ")).toBe(split);
  });
});

describe("casing", () => {
  it("follows each language", () => {
    expect([snakeCase, screamingCase, pascalCase, camelCase].map((style) => style("seqOrTS"))).toEqual(["seq_or_ts", "SEQ_OR_TS", "SeqOrTs", "seqOrTs"]);
  });

  it.each(["originHash", "X25519Key", "HTTPHeader", "sha256Of", "streamId2", "a"])("comes back the same from %j in every style", (name) => {
    const snake = snakeCase(name);
    for (const style of [snakeCase, pascalCase, camelCase]) expect(snakeCase(style(name))).toBe(snake);
  });
});

describe("a scope", () => {
  const named = (wishes: string[], reserved: string[] = [], fold?: (name: string) => string): string[] =>
    [...assignNames(wishes.map((wish, index) => [index, wish] as const), new Set(reserved), fold).values()];

  it("gives what is asked for when it is free", () => {
    expect(named(["a", "b"])).toEqual(["a", "b"]);
  });

  it("keeps clear of reserved words", () => {
    expect(named(["type", "type_"], ["type"])).toEqual(["type_", "type__"]);
    expect(named(["type_", "type"], ["type"])).toEqual(["type_", "type__"]);
  });

  it("gives no name twice, and the first to ask keeps it", () => {
    expect(named(["a", "a", "a_", "a"])).toEqual(["a", "a_", "a__", "a___"]);
  });

  it("can treat names alike that differ by case", () => {
    expect(named(["Foo", "foo", "FOO_"], [], (name) => name.toLowerCase())).toEqual(["Foo", "foo_", "FOO__"]);
    expect(named(["Foo", "foo"])).toEqual(["Foo", "foo"]);
  });

  it("does not mind many that clash", () => {
    const names = named(Array.from({ length: 200 }, () => "x"));
    expect(new Set(names).size).toBe(200);
  });
});
