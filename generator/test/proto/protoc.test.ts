/** The .proto files against protobuf's own compiler and library. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findProtoPlaces } from "../../src/check/places.js";
import type { Spec, TypeExpr } from "../../src/ir/model.js";
import { protoFiles } from "../../src/proto/render.js";
import { readSpec } from "../../src/read/read.js";
import { hasProtoc, moduleOf, protoc, run } from "./toolchain.js";
import { fieldsOf, type Wire } from "./wire.js";

interface Sample {
  name: string;
  bytes: string;
  same: boolean;
  json: Record<string, unknown>;
}

describe.skipIf(!hasProtoc).each([
  ["this project's spec", "../../../spec"],
  ["everything that protobuf can say", "spec"],
])("%s", (_, path) => {
  const spec = readSpec(fileURLToPath(new URL(path, import.meta.url))).spec!;
  const files = protoFiles(spec);
  const folder = mkdtempSync(join(tmpdir(), "meshwright-proto-"));
  let complaints = "";
  let samples: Sample[] = [];

  beforeAll(() => {
    complaints = protoc(folder, files);
    const script = fileURLToPath(new URL("roundtrip.py", import.meta.url));
    samples = run([script, folder, ...files.map(moduleOf)]).trim().split("\n").map((line) => JSON.parse(line) as Sample);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("compiles without a complaint", () => {
    expect(files.length).toBeGreaterThan(0);
    expect(complaints).toBe("");
  });

  it("gives back what was put in, as bytes and as JSON", () => {
    expect(samples.filter(({ same }) => !same)).toEqual([]);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(messagesOf(spec).size);
  });

  it("writes the numbers of the spec, each in the way of its type", () => {
    const written = new Map<string, Map<number, Wire>>();
    for (const { name, bytes } of samples) written.set(name, new Map([...(written.get(name) ?? []), ...fieldsOf(Buffer.from(bytes, "hex"))]));
    const sorted = (fields: Map<number, Wire>): [number, Wire][] => [...fields].sort(([a], [b]) => a - b);
    for (const [name, fields] of messagesOf(spec)) expect([name, sorted(written.get(name)!)]).toEqual([name, sorted(fields)]);
  });
});

/** Structures and unions that the .proto files hold, with the fields that each has by the spec. */
function messagesOf(spec: Spec): Map<string, Map<number, Wire>> {
  const types = new Map(spec.types.map((type) => [type.id, type]));
  const found = new Map<string, Map<number, Wire>>();
  const wire = (type: TypeExpr): Wire => {
    if (type.kind === "float") return type.bits === 32 ? "fixed32" : "fixed64";
    if (type.kind === "int" || type.kind === "bool") return "varint";
    return type.kind === "ref" && types.get(type.type)!.kind === "enum" ? "varint" : "bytes";
  };
  for (const { type } of findProtoPlaces(spec, types)) {
    // Lists of numbers are packed into bytes.
    if (type.kind === "struct") found.set(type.name, new Map(type.fields.map((field) => [field.number!, wire(field.type)])));
    if (type.kind === "union") found.set(type.name, new Map(type.cases.map(({ tag }) => [tag, "bytes"])));
  }
  return found;
}
