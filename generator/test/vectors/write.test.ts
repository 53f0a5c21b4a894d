/** Folders of vectors: what is kept, what is written again, what is refused. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { formatVectors, parseVectors } from "../../src/vectors/format.js";
import type { Vector } from "../../src/vectors/index.js";
import { writeVectors } from "../../src/vectors/write.js";
import { int, layout, spec, struct } from "../check/ir.js";

const made = spec(struct("Message", { a: int("u16") }, layout));
const prose: Vector = { name: "by hand", value: { a: 258 }, bytes: "0201", verdict: "valid", origin: "prose", notes: "from a page" };
const captured: Vector = { name: "seen", bytes: "02", verdict: { kind: "truncated", offset: 0, path: "a" }, origin: "captured" };

let folder: string;
const file = (): string => join(folder, "bad", "Message.json");
const read = (): Vector[] => parseVectors(readFileSync(file(), "utf8"), file());
const put = (path: string, vectors: Vector[]): void => {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, formatVectors(vectors));
};

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "vectors-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("writes one line a vector and, the second time, nothing", () => {
  const { count, files, changes } = writeVectors(made, folder);
  expect({ files, changes }).toEqual({ files: 1, changes: [{ path: file(), what: "new" }] });
  expect(readFileSync(file(), "utf8").split("\n").length).toBe(count + 3);
  expect(read()).toHaveLength(count);
  expect(writeVectors(made, folder).changes).toEqual([]);
});

it("keeps hand-written and captured vectors in front, and derives the rest again", () => {
  put(file(), [{ name: "stale", bytes: "", verdict: "valid", value: {}, origin: "derived" }, prose, captured]);
  writeVectors(made, folder);
  const vectors = read();
  expect(vectors.slice(0, 2)).toEqual([prose, captured]);
  expect(vectors.some(({ name }) => name === "stale")).toBe(false);
  expect(vectors.length).toBeGreaterThan(5);
});

it("a derived vector gives way to a hand-written one of its name", () => {
  put(file(), [{ ...captured, name: "truncated at 1" }]);
  writeVectors(made, folder);
  expect(read().filter(({ name }) => name === "truncated at 1")).toEqual([{ ...captured, name: "truncated at 1" }]);
});

it.each<[string, Vector]>([
  ["another value", { ...prose, value: { a: 259 } }],
  ["other bytes", { ...prose, bytes: "0301" }],
  ["another offset", { ...captured, verdict: { kind: "truncated", offset: 1, path: "a" } }],
  ["another kind", { ...captured, verdict: { kind: "malformed", offset: 0, path: "a" } }],
  ["valid, where the oracle refuses", { ...prose, bytes: "02" }],
  ["an encoder's refusal that does not happen", { name: "by hand", direction: "encode", value: { a: 1 }, bytes: null, verdict: { kind: "out_of_range", path: "a" }, origin: "prose" }],
  ["no value", { name: "by hand", bytes: "0201", verdict: "valid", origin: "prose" }],
])("a hand-written vector that disagrees is an error that names it: %s", (_, vector) => {
  put(file(), [vector]);
  expect(() => writeVectors(made, folder)).toThrow(`the vector "${vector.name}" of bad.Message says`);
});

it("an encoder's refusal that happens is kept", () => {
  const vector: Vector = { name: "too big", direction: "encode", value: { a: 65536 }, bytes: null, verdict: { kind: "out_of_range", path: "a" }, origin: "prose" };
  put(file(), [vector]);
  writeVectors(made, folder);
  expect(read()[0]).toEqual(vector);
});

it("two vectors of one name are an error", () => {
  put(file(), [prose, prose]);
  expect(() => writeVectors(made, folder)).toThrow('two vectors named "by hand"');
});

it("files of types that are gone go as well, unless something in them was written by hand", () => {
  const gone = join(folder, "bad", "Gone.json");
  put(gone, [{ ...prose, origin: "derived" }]);
  writeFileSync(join(folder, "README.md"), "not a vector");
  expect(writeVectors(made, folder).changes).toContainEqual({ path: gone, what: "removed" });
  expect([existsSync(gone), existsSync(join(folder, "README.md"))]).toEqual([false, true]);
  put(gone, [prose]);
  expect(() => writeVectors(made, folder)).toThrow("holds 1 hand-written vectors of a type that the spec no longer has");
  expect(existsSync(gone)).toBe(true);
});

it("a dry run says what would change and changes nothing", () => {
  expect(writeVectors(made, folder, { dry: true }).changes).toHaveLength(1);
  expect(existsSync(file())).toBe(false);
});
