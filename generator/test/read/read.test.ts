import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { StructDef, TypeDef, UnionDef } from "../../src/ir/model.js";
import { readSpec } from "../../src/read/read.js";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Reads a one-file spec whose module is `demo`. */
function read(source: string): ReturnType<typeof readSpec> {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-read-"));
  folders.push(folder);
  writeFileSync(join(folder, "meshwright.json"), '{ "name": "demo", "version": "1.0.0" }');
  writeFileSync(join(folder, "demo.ts"), `import type * as _ from "meshwright/lang";\nimport type { Be, Bit, Bits, Brand, Bytes, Compact, Const, Counted, Embedded, Empty, Enum, Flags, Hex, Json, Layout, Limit, Map, Nullable, OmitEmpty, Open, Packed, Rest, Retired, Sized, Tag, Tagged, Internal, Text, Timestamp, bool, u16, u32, u64, u8 } from "meshwright/lang";\n${source}`);
  return readSpec(folder);
}

function types(source: string): Map<string, TypeDef> {
  const { spec, diagnostics } = read(source);
  expect(diagnostics).toEqual([]);
  return new Map(spec!.types.map((type) => [type.id, type]));
}

const fields = (type: TypeDef | undefined): unknown[] => (type as StructDef).fields.map(({ name, type: expression }) => [name, expression]);

test("a framing, a limit and a pattern gather in one expression", () => {
  const found = types(`export interface A extends Layout { name: Sized<Be<u16>, Limit<Text, 1, 9>>; list: Limit<Counted<u8, u32[]>, 2> }`);
  expect(fields(found.get("demo.A"))).toEqual([
    ["name", { kind: "text", framing: { kind: "prefix", int: "u16", endian: "be" }, limit: { min: 1, max: 9 } }],
    ["list", { kind: "list", framing: { kind: "prefix", int: "u8", endian: "le" }, limit: { min: 2, max: null }, element: { kind: "int", int: "u32", endian: "le" } }],
  ]);
});

test("a brand stands in place, with the framing of its place", () => {
  const found = types(`export type Id = Brand<"Id", Hex<Bytes<4>>>; export type Name = Brand<"Name", Text>;
    export interface A extends Layout { id: Id; name: Sized<u8, Name> }`);
  expect(fields(found.get("demo.A"))).toEqual([
    ["id", { kind: "fixedBytes", size: 4, json: "hex", brand: "demo.Id" }],
    ["name", { kind: "text", framing: { kind: "prefix", int: "u8", endian: "le" }, limit: { min: 0, max: null }, brand: "demo.Name" }],
  ]);
});

test("an alias of an expression is transparent; types in place are named after their place", () => {
  const found = types(`type Age = Limit<u8, 0, 150>; export interface A extends Compact { age: Age; inner: { mode: Enum<u8, { off: 0 }> } }`);
  expect([...found.keys()]).toEqual(["demo.A", "demo.AInner", "demo.AInnerMode"]);
});

test("an interface takes the fields and the encoding of those it extends, with their arguments put in", () => {
  const found = types(`interface Signed<Kind extends number, Body extends object> extends Compact { kind: Const<u16, Kind>; body: Body; list: Body[] }
    export interface Route { metric: u32 }
    /** A route, signed. */
    export interface SignedRoute extends Signed<7, Route> { signature: Bytes }`);
  const signed = found.get("demo.SignedRoute") as StructDef;
  expect(signed.doc.text).toBe("A route, signed.");
  expect(signed.root).toEqual({ encoding: "compact" });
  expect(fields(signed).slice(0, 3)).toEqual([
    ["kind", { kind: "const", of: "int", int: "u16", endian: "le", value: "7" }],
    ["body", { kind: "ref", type: "demo.Route" }],
    ["list", { kind: "list", framing: { kind: "natural" }, limit: { min: 0, max: null }, element: { kind: "ref", type: "demo.Route" } }],
  ]);
});

test("a generic alias becomes a type under the name of its instance", () => {
  const found = types(`type Page<T extends object> = Json<{ items: T[] }>; export type Names = Page<Text>;`);
  expect(found.get("demo.Names")).toMatchObject({ kind: "struct", root: { encoding: "json" }, fields: [{ name: "items" }] });
});

test("tags count up, jump with Tag and leave out what was retired", () => {
  const found = types(`export type U = Compact<Tagged<u8, { a: Empty; b: { x: u8 }; c: Tag<7, Empty>; d: Empty }, Retired<1 | 8 | "old">>>;`);
  const union = found.get("demo.U") as UnionDef;
  expect(union.cases.map(({ name, tag, type }) => [name, tag, type])).toEqual([["a", 0, undefined], ["b", 2, "demo.UB"], ["c", 7, undefined], ["d", 9, undefined]]);
  expect([union.reservedTags, union.reservedNames]).toEqual([[1, 8], ["old"]]);
});

test("a case can hold a whole message of another encoding", () => {
  const found = types(`export interface Note extends Json { text: Text } export type U = Layout<Tagged<u8, { note: Limit<Rest<Embedded<Note>>, 0, 99> }>>;`);
  expect((found.get("demo.U") as UnionDef).cases[0]).toMatchObject({ type: "demo.Note", embedded: { framing: { kind: "rest" }, limit: { min: 0, max: 99 } } });
});

test("a Packed message is embedded in place, another one in a window", () => {
  const found = types(`export interface P extends Packed<1> { a: u8 } export interface C extends Compact { a: u8 }
    export interface A extends Compact { p: Embedded<P>; c: Embedded<C> }`);
  expect(fields(found.get("demo.A"))).toEqual([
    ["p", { kind: "embedded", type: "demo.P" }],
    ["c", { kind: "sized", framing: { kind: "natural" }, limit: { min: 0, max: null }, inner: { kind: "embedded", type: "demo.C" } }],
  ]);
});

test("flags are sorted by bit and named after the interface that lists them", () => {
  const found = types(`export interface F { high: 0x80; low: 1 } export interface A extends Packed<1> { f: Flags<u8, F> }`);
  expect(found.get("demo.F")).toMatchObject({ kind: "flags", repr: "u8", flags: [{ name: "low", bit: 0 }, { name: "high", bit: 7 }] });
});

test("recursion is counted at the first type of a ring that a walk from a root meets", () => {
  const found = types(`export interface Root extends Compact { b: B } export interface A { b?: B } export interface B { a?: A }`);
  expect([...found.values()].filter((type) => type.recursionHead).map(({ id }) => id)).toEqual(["demo.B"]);
});

test("@module joins files, @json renames a member, docs keep their paragraphs", () => {
  const found = types(`/** One\n * two.\n *\n * Three.\n * @since 1.2.0\n * @deprecated use B */\nexport interface A extends Json {\n  /** @json kind */\n  type: u8 }`);
  expect(found.get("demo.A")).toMatchObject({ doc: { text: "One two.\n\nThree.", since: "1.2.0", deprecated: "use B" }, fields: [{ name: "type", jsonName: "kind" }] });
});

test("the hash looks at what crosses, not at docs or places", () => {
  const hash = (source: string): string => read(source).spec!.hash;
  const plain = hash(`export interface A extends Json { a: u8 }`);
  expect(hash(`\n\n/** Doc. */ export interface A extends Json {\n /** Doc. */ a: u8 }`)).toBe(plain);
  expect(hash(`export interface A extends Json { a: u16 }`)).not.toBe(plain);
  expect(plain).toMatch(/^[0-9a-f]{32}$/);
});

test("all problems of a run come at once, in the order of the file", () => {
  const { spec, diagnostics } = read(`export interface A extends Json { a: number; b: string }\nexport const c = 1;`);
  expect(spec).toBeUndefined();
  expect(diagnostics.map(({ code, position }) => `${code} ${position.line}`)).toEqual(["MW1001 3", "MW1001 3", "MW1004 4"]);
});

test("what a fault does not touch can still be checked in the same run", () => {
  const { sound } = read(`export interface A extends Json { a: number } export interface B extends Json { a: A } export interface C extends Json { c: u8 }`);
  expect(sound!.types.map(({ id }) => id)).toEqual(["demo.C"]);
});

test("docs keep no character that a compiler refuses in comments", () => {
  const found = types('/** left \u202eright\u202c, bell \u0007, \u05e9\u05dc\u05d5\u05dd.\u2028Next. @deprecated no \u2066more\u2069 */ export interface A extends Compact { a: u8 }');
  expect(found.get("demo.A")!.doc).toEqual({ text: "left right, bell , \u05e9\u05dc\u05d5\u05dd. Next.", deprecated: "no more" });
});
