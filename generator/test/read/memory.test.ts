/** Reading what was edited, and remembering the rest, comes to what reading everything does. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Project } from "ts-morph";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as declarations from "../../src/read/declarations.js";
import { Memory } from "../../src/read/memory.js";
import { openProject, refreshProject } from "../../src/read/project.js";
import { readSpec, type ReadResult } from "../../src/read/read.js";
import { random } from "../random.js";

const words = 'import type { Counted, Enum, Layout, u8, u16 } from "meshwright/lang";\n';

let folder: string;
let project: Project;
let memory: Memory;
const save = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), path.endsWith(".ts") ? `${text}${words}` : text);
};
const remove = (path: string): void => rmSync(join(folder, path));

/** What is read now, which must be what is read without a memory. */
function read(): ReadResult {
  refreshProject(project, folder);
  const result = readSpec(folder, project, memory);
  expect(result).toEqual(readSpec(folder));
  return result;
}
const ids = (): string[] => read().spec!.types.map(({ id }) => id);
/** The declarations of the spec that a reading looks at. */
function lookedAt(edit: () => void): Set<string> {
  edit();
  refreshProject(project, folder);
  const looks = vi.spyOn(declarations, "readDeclaration");
  readSpec(folder, project, memory);
  const names = new Set(looks.mock.calls.map(([, declaration]) => declaration.getName()!));
  looks.mockRestore();
  return names;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meshwright-memory-"));
  save("meshwright.json", JSON.stringify({ name: "remembered", version: "1.0.0" }));
  save("shared.ts", "export type Colour = Enum<u8, { red: 0; green: 1 }>;\nexport type Width = u8;\nexport interface Page<Item> { items: Counted<u8, Item[]> }\n");
  save("user.ts", 'import type { Colour, Width, Page } from "./shared.js";\nexport interface User extends Layout { colour: Colour; width: Width }\nexport type Colours = Page<Colour>;\n');
  save("deep/far.ts", 'import type { User } from "../user.js";\nexport interface Far extends Layout { user: User; inPlace: { a: u8 } }\n');
  save("alone.ts", "export interface Alone extends Layout { a: u8 }\n");
  project = openProject(folder);
  memory = new Memory();
  expect(read().diagnostics).toEqual([]);
});
afterEach(() => rmSync(folder, { recursive: true }));

it("a shared enum's new member, and a transparent alias that means something else, reach those who use them", () => {
  save("shared.ts", "export type Colour = Enum<u8, { red: 0; green: 1; blue: 2 }>;\nexport type Width = u16;\nexport interface Page<Item> { items: Counted<u16, Item[]> }\n");
  const { spec } = read();
  expect(JSON.stringify(spec!.types.find(({ id }) => id === "user.User"))).toContain('"u16"');
  expect(JSON.stringify(spec!.types.find(({ id }) => id === "user.Colours"))).toContain('"u16"');
});

it("an edit of a file that no other imports leaves the others alone", () => {
  expect(lookedAt(() => save("alone.ts", "export interface Alone extends Layout { a: u16 }\n"))).toEqual(new Set(["Alone"]));
  expect(lookedAt(() => save("deep/far.ts", "export interface Near extends Layout { a: u16 }\n"))).toEqual(new Set(["Near"]));
});

it("an edit is seen by those who import it over other files", () => {
  save("barrel.ts", 'export type * from "./shared.js";\n');
  save("alone.ts", 'import type { Width } from "./barrel.js";\nexport interface Alone extends Layout { a: Width }\n');
  read();
  save("shared.ts", "export type Colour = Enum<u16, { red: 0 }>;\nexport type Width = u16;\nexport interface Page<Item> { items: Counted<u8, Item[]> }\n");
  expect(JSON.stringify(read().spec!.types.find(({ id }) => id === "alone.Alone"))).toContain('"u16"');
});

it("types, files and modules come and go", () => {
  save("alone.ts", "export interface Other extends Layout { a: { b: u8 } }\n");
  expect(ids()).toContain("alone.Other");
  save("more.ts", "export interface More extends Layout { a: u8 }\n");
  expect(ids()).toContain("more.More");
  remove("more.ts");
  expect(ids()).not.toContain("more.More");
  save("alone.ts", "/** @module shared */\nexport interface Alone extends Layout { a: u8 }\n");
  expect(ids()).toContain("shared.Alone");
  save("alone.ts", "/** @module shared */\nexport type Colour = Enum<u8, { red: 0 }>;\n");
  expect(read().diagnostics.map(({ code }) => code)).toContain("MW1009");
  save("alone.ts", "export interface Alone extends Layout { a: u8 }\n");
  expect(ids()).toContain("alone.Alone");
});

it("a fault is all that is said, and is over when it is mended", () => {
  save("shared.ts", "export type Colour = Enum<u8, { red: 0 }>;\nexport interface Page<Item> { items: Counted<u8, Item[]> }\n");
  expect(read().diagnostics.map(({ position }) => position.file)).toContain("user.ts");
  save("alone.ts", "export interface Alone extends Layout { a: Nonsense }\n");
  expect(new Set(read().diagnostics.map(({ position }) => position.file))).toEqual(new Set(["user.ts", "alone.ts"]));
  save("shared.ts", "export type Colour = Enum<u8, { red: 0 }>;\nexport type Width = u16;\nexport interface Page<Item> { items: Counted<u8, Item[]> }\n");
  expect(new Set(read().diagnostics.map(({ position }) => position.file))).toEqual(new Set(["alone.ts"]));
  save("alone.ts", "export interface Alone extends Layout { a: u16 }\n");
  read();
});

it("a ring that is closed, and opened, counts its recursion anew", () => {
  save("alone.ts", 'import type { Far } from "./deep/far.js";\nexport interface Alone { far: Counted<u8, Far[]> }\n');
  save("shared.ts", 'import type { Alone } from "./alone.js";\nexport type Colour = Enum<u8, { red: 0 }>;\nexport type Width = Alone;\nexport interface Page<Item> { items: Counted<u8, Item[]> }\n');
  expect(read().spec!.types.filter(({ recursionHead }) => recursionHead)).not.toEqual([]);
  save("alone.ts", "export interface Alone { far: u8 }\n");
  expect(read().spec!.types.filter(({ recursionHead }) => recursionHead)).toEqual([]);
});

it("what is declared for all files is seen by all", () => {
  save("alone.ts", "declare global { interface Everywhere { a: u8 } }\nexport interface Alone extends Layout { a: u8 }\n");
  read();
  save("user.ts", "export interface User extends Layout { a: u8; b: Everywhere }\n");
  read();
  save("alone.ts", "export interface Alone extends Layout { a: u8 }\n");
  expect(read().diagnostics.map(({ position }) => position.file)).toContain("user.ts");
});

it("random edits come to what reading everything does (seed 3)", () => {
  const { below, pick } = random(3);
  const files = ["a", "b", "c", "d"];
  const write = (own: string): void => {
    const others = files.filter((name) => name !== own);
    const fields = Array.from({ length: 1 + below(3) }, (_, n) => `f${n}: ${pick(["u8", `T${pick(others)}`, `{ g: T${pick(others)} }`])}`);
    const imports = others.map((other) => `import type { T${other} } from "./${other}.js";\n`).filter(() => below(20) > 0);
    save(`${own}.ts`, `${imports.join("")}export type T${own} = ${pick(["u8", "u16", `Enum<u8, { m${below(9)}: ${below(9)} }>`])};\nexport interface S${own} extends Layout { ${fields.join("; ")} }\n`);
  };
  files.forEach(write);
  let sound = 0;
  for (let round = 0; round < 15; round++) {
    write(pick(files));
    if (read().spec) sound++;
  }
  expect(sound).toBeGreaterThan(5);
}, 120_000);
