import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sizes } from "../../src/codec/sizes.js";
import { readSpec } from "../../src/read/read.js";
import { LeastSizes } from "../../src/vectors/oracle/leastSize.js";
import { Types } from "../../src/vectors/oracle/types.js";
import { array, bool, bytes, compact, constInt, embedded, enumeration, fixedBytes, float, int, json, layout, list, map, nullable, packed, prefix, ref, reserved, rest, sized, spec, struct, text, union } from "../check/ir.js";

const empty = sizes(spec());

describe("of simple types", () => {
  it.each([
    ["u8", int("u8"), 1, 1, 1, 1],
    ["i64", int("i64"), 8, 8, 1, null],
    ["f32", float(32), 4, 4, 4, 4],
    ["bool", bool, 1, 1, 1, 1],
    ["constant u16", constInt("u16", "300"), 2, 2, 1, null],
    ["constant text", { kind: "const", of: "text", value: "é!" } as const, 3, 3, 3, 3],
    ["constant bytes", { kind: "const", of: "bytes", value: "00ff" } as const, 2, 2, 2, 2],
    ["Bytes<32>", fixedBytes(32), 32, 32, 32, 32],
    ["reserved", reserved(3), 3, 3, 3, 3],
    ["array", array(3, int("u16")), 6, 6, 3, null],
    ["text", text(prefix("u16"), { min: 2, max: 9 }), 4, null, 3, null],
    ["natural text", text(), 1, null, 1, null],
    ["rest of the window", bytes(rest, { min: 5, max: null }), 5, null, 5, null],
    ["list", list(int("u32"), prefix("u8"), { min: 2, max: null }), 9, null, 3, null],
    ["map", map(int("u8"), int("u32"), prefix("u8"), { min: 1, max: null }), 6, null, 3, null],
    ["window", sized(fixedBytes(7), prefix("u32")), 11, null, 8, null],
    ["nullable", nullable(int("u64")), 1, null, 1, null],
    ["duration", { kind: "duration" } as const, 2, null, 2, null],
    ["socket address", { kind: "socketAddress" } as const, 6, null, 6, null],
  ])("%s", (_, type, min, fixed, compactMin, compactFixed) => {
    expect([empty.min(type, "fixed"), empty.fixed(type, "fixed"), empty.min(type, "compact"), empty.fixed(type, "compact")]).toEqual([min, fixed, compactMin, compactFixed]);
  });

  it("counts nothing in JSON", () => {
    expect(empty.min(fixedBytes(32), "json")).toBe(1);
    expect(empty.fixed(fixedBytes(32), "json")).toBeNull();
  });
});

describe("of named types", () => {
  const { min, fixed } = sizes(
    spec(
      struct("Point", { x: int("u16"), y: int("u16") }),
      struct("Note", { point: ref("Point"), "label?": text(prefix("u8")) }, layout),
      struct("Open", { x: int("u16") }, layout, true),
      enumeration("Color", { red: 0 }, { repr: "u16" }),
      union("Shape", [["point", "Point"], ["other", "Point"]]),
      union("Mixed", [["point", "Point"], ["nothing", null]], { repr: "u32" }),
      struct("Header", { a: int("u32") }, packed(4)),
      struct("Small", { a: int("u32") }, compact),
      struct("Document", { a: int("u32") }, json),
      struct("Tree", { value: int("u8"), "left?": ref("Tree"), children: list(ref("Tree"), prefix("u8")) }),
      union("Expression", [["literal", "Point"], ["sum", "Sum"]]),
      struct("Sum", { left: ref("Expression"), right: ref("Expression") }),
      struct("Endless", { next: ref("Endless") }),
      struct("Ping", { pong: ref("Pong") }),
      struct("Pong", { pings: list(ref("Ping"), prefix("u8"), { min: 1, max: null }) }),
    ),
  );

  it("adds up structs, without optionals", () => {
    expect([min(ref("Point"), "fixed"), fixed(ref("Point"), "fixed"), min(ref("Point"), "compact")]).toEqual([4, 4, 2]);
    expect([min(ref("Note"), "fixed"), fixed(ref("Note"), "fixed"), min(ref("Note"), "compact")]).toEqual([4, null, 3]);
    expect(fixed(ref("Open"), "fixed")).toBeNull();
  });

  it("takes the smallest case of a union", () => {
    expect([min(ref("Shape"), "fixed"), fixed(ref("Shape"), "fixed")]).toEqual([5, 5]);
    expect([min(ref("Mixed"), "fixed"), fixed(ref("Mixed"), "fixed")]).toEqual([4, null]);
    expect([min(ref("Color"), "fixed"), fixed(ref("Color"), "compact")]).toEqual([2, null]);
  });

  it("counts the window of an embedded case", () => {
    const cases = union("Blob", [["manifest", "Manifest"]]).cases.map((one) => ({ ...one, embedded: { framing: prefix("u16"), limit: { min: 0, max: null } } }));
    const windowed = sizes(spec(struct("Manifest", { a: int("u32"), b: int("u8") }, layout), union("Blob", [], { cases })));
    expect([windowed.min(ref("Blob"), "fixed"), windowed.fixed(ref("Blob"), "fixed"), windowed.min(ref("Blob"), "compact")]).toEqual([8, null, 7]);
  });

  it("counts an embedded message in its own encoding", () => {
    expect([min(embedded("Header"), "compact"), fixed(embedded("Header"), "compact")]).toEqual([4, 4]);
    expect([min(embedded("Small"), "fixed"), fixed(embedded("Small"), "fixed")]).toEqual([1, null]);
    expect([min(embedded("Document"), "fixed"), fixed(embedded("Document"), "fixed")]).toEqual([1, null]);
  });

  it("takes the smallest finite value of a type that contains itself", () => {
    expect([min(ref("Tree"), "fixed"), fixed(ref("Tree"), "fixed")]).toEqual([2, null]);
    expect([min(ref("Expression"), "fixed"), min(ref("Sum"), "fixed")]).toEqual([5, 10]);
  });

  it("is infinite when there is no finite value", () => {
    expect([min(ref("Endless"), "fixed"), min(ref("Ping"), "compact"), fixed(ref("Pong"), "fixed")]).toEqual([Infinity, Infinity, null]);
  });
});

it("takes a chain of any length", () => {
  const length = 20_000;
  const types = Array.from({ length }, (_, i) => struct(`T${i}`, i === 0 ? { end: int("u8") } : { next: ref(`T${i - 1}`) }));
  const { min, fixed } = sizes(spec(...types));
  expect(min(ref(`T${length - 1}`), "fixed")).toBe(1);
  expect(fixed(ref(`T${length - 1}`), "fixed")).toBe(1);
});

it.each(["../../../spec", "../../../conformance/specs/words"])("agrees with the oracle, which works them out by itself, on %s", (folder) => {
  const { spec: own } = readSpec(fileURLToPath(new URL(folder, import.meta.url)));
  const { min } = sizes(own!);
  const oracle = new LeastSizes(new Types(own!));
  for (const { id } of own!.types)
    for (const family of ["fixed", "compact"] as const) expect(min({ kind: "ref", type: id }, family), `${id} in ${family}`).toBe(oracle.of({ kind: "ref", type: id }, family));
});
