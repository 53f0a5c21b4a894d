/** Proto messages and services in the IR, and out of the way of codecs. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lower } from "../../src/codec/lower.js";
import type { Spec } from "../../src/ir/model.js";
import { openProject } from "../../src/read/project.js";
import { readSpec } from "../../src/read/read.js";

const folder = mkdtempSync(join(tmpdir(), "meshwright-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "meshwright.json"), '{ "name": "demo", "version": "0.1.0" }');

function read(source: string): Spec {
  const words = ["Compact", "Empty", "Field", "Json", "Proto", "Retired", "Service", "Stream", "Tag", "Tagged", "Text", "u32"].filter((word) => new RegExp(`\\b${word}\\b`).test(source));
  writeFileSync(join(folder, "demo.ts"), `import type { ${words.join(", ")} } from "meshwright/lang";\n${source}`);
  const { spec, diagnostics } = readSpec(folder, openProject(folder));
  expect(diagnostics).toEqual([]);
  return spec!;
}

const MESSAGE = `export interface Message extends Proto, Retired<7 | 3 | "old"> { a: Field<1, Text>; b?: Field<2, Part>; }
  export interface Part { c: Field<1, u32>; }`;

it("fields carry their numbers, structures what was retired", () => {
  const [message, part] = read(MESSAGE).types;
  expect(message).toMatchObject({ root: { encoding: "proto" }, reservedNumbers: [3, 7], reservedNames: ["old"], fields: [{ name: "a", number: 1, type: { kind: "text" } }, { name: "b", number: 2, optional: true }] });
  expect(part).toMatchObject({ id: "demo.Part", fields: [{ number: 1 }] });
});

it("services carry their calls, with streams on either side", () => {
  const { services } = read(`${MESSAGE}
    /** Talks. */
    export interface Talk extends Service<"demo.v1.Talk"> {
      /** Once. */
      ask(request: Message): Message;
      tell(request: Stream<Message>): Message;
      hear(request: Message): Stream<Message>;
      chat(request: Stream<Message>): Stream<Message>;
    }`);
  expect(services).toMatchObject([{ id: "demo.Talk", module: "demo", foundAs: "demo.v1.Talk", doc: { text: "Talks." } }]);
  const { methods } = services![0]!;
  expect(methods.map(({ name, request, response }) => [name, request.stream, response.stream])).toEqual([["ask", false, false], ["tell", true, false], ["hear", false, true], ["chat", true, true]]);
  expect(methods[0]).toMatchObject({ doc: { text: "Once." }, request: { type: "demo.Message" }, response: { type: "demo.Message" } });
});

describe("the hash", () => {
  const plain = `export interface Note extends Json { a: Text }`;

  it("says nothing of services where there are none", () => {
    const spec = read(plain);
    expect("services" in spec).toBe(false);
    expect(JSON.stringify(spec)).not.toMatch(/number|reserved|services/);
  });

  it("changes with numbers and calls", () => {
    const service = (call: string): string => `${MESSAGE} export interface Talk extends Service<"talk"> { ${call} }`;
    const hashes = [MESSAGE, MESSAGE.replace("<1, Text", "<4, Text"), service("ask(request: Message): Message;"), service("ask(request: Message): Stream<Message>;")].map((source) => read(source).hash);
    expect(new Set(hashes).size).toBe(4);
  });
});

describe("codecs", () => {
  it("leave out Proto messages and what only they use", () => {
    const spec = read(`${MESSAGE}
      export interface Note extends Compact { shared: Shared; }
      export interface Shared { a: Field<1, Text>; }
      export interface Both extends Proto { shared: Field<1, Shared>; }
      export interface Unused { a: Text; }`);
    const model = lower(spec);
    expect(model.types.map(({ id }) => id)).toEqual(["demo.Shared", "demo.Note", "demo.Unused"]);
    expect(model.roots.map(({ type }) => type)).toEqual(["demo.Note"]);
    expect(model.spec.hash).toBe(spec.hash);
  });

  it("count recursion where they would without Proto messages", () => {
    const ring = `export interface Ping { pong?: Field<1, Pong>; } export interface Pong { ping?: Field<1, Ping>; } export interface Note extends Json { pong: Pong; }`;
    const heads = (source: string): string[] => read(source).types.filter(({ recursionHead }) => recursionHead).map(({ id }) => id);
    expect(heads(ring)).toEqual(["demo.Pong"]);
    expect(heads(`${ring} export interface Ask extends Proto { ping: Field<1, Ping>; }`)).toEqual(["demo.Pong"]);
  });
});
