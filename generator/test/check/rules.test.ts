/** Rules on specs made by hand: what they must let pass, and the cases that need more than one type. The corpus has a bad spec for each code. */
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import type { TypeDef } from "../../src/ir/model.js";
import { array, bool, bytes, compact, constInt, embedded, enumeration, fixedBytes, float, int, json, layout, list, map, nullable, natural, packed, prefix, ref, reserved, rest, sized, spec, struct, text, union } from "./ir.js";

const codes = (...types: TypeDef[]): string[] => check(spec(...types), new Map()).map(({ code, message }) => `${code} ${message}`);

describe("accepts", () => {
  it.each<[string, TypeDef[]]>([
    ["every framing in Layout", [struct("Message", { a: text(prefix("u8")), b: list(int("u8"), prefix("u16")), c: sized(ref("Inner"), prefix("u8")), d: bytes(rest) }, layout), struct("Inner", { e: text(rest) })]],
    ["natural sizes in Compact and Json", [struct("Small", { a: ref("Part") }, compact), struct("Document", { a: ref("Part") }, json), struct("Part", { a: text(), b: map(text(), text()), "c?": list(bool) })]],
    ["optionals at the end of their window", [struct("Message", { a: int("u8"), "b?": int("u8"), "c?": bytes(rest, { min: 1, max: null }) }, layout)]],
    ["optionals anywhere in Compact", [struct("Message", { "a?": text(), b: int("u8") }, compact)]],
    ["an open structure at the end, or in a window", [struct("Message", { a: sized(ref("Part"), prefix("u8")), b: ref("Part") }, layout), struct("Part", { a: int("u8") }, undefined, true)]],
    ["an open structure anywhere in Json", [struct("Message", { a: ref("Part"), b: list(ref("Part")) }, json), struct("Part", { a: int("u8") }, undefined, true)]],
    ["a Packed message in place, others in a window", [struct("Message", { a: embedded("Header"), b: list(embedded("Header"), prefix("u8")), c: sized(embedded("Tail"), prefix("u8")), d: embedded("Tail") }, layout), struct("Header", { a: int("u8") }, packed(1)), struct("Tail", { a: bytes(rest) }, layout)]],
    ["a message inside another of the same encoding", [struct("Outer", { inner: ref("Inner") }, json), struct("Inner", { a: int("u8") }, json)]],
    ["a type that may contain itself", [struct("Tree", { value: int("u8"), children: list(ref("Tree")), "next?": ref("Tree") }, compact)]],
    ["a union that ends", [union("Expression", [["literal", "Literal"], ["not", "Not"]], { root: compact }), struct("Literal", { value: int("u8") }), struct("Not", { inner: ref("Expression") })]],
    ["a structure for internal cases, also empty ones", [union("Event", [["start", "Start"], ["stop", null]], { root: json, tagging: { style: "internal", tag: "type" } }), struct("Start", { kind: int("u8") })]],
    ["keys of all kinds", [struct("Message", { a: map(int("i64"), bool), b: map(fixedBytes(2), bool), c: map(bytes(), bool), d: map(ref("Color"), bool) }, compact), enumeration("Color", { red: 0 }, { open: true })]],
    ["elements that take a byte because of a prefix", [struct("Message", { a: list(text(prefix("u8")), prefix("u8")) }, layout)]],
    ["empty structures in Json lists", [struct("Message", { a: list(ref("Nothing")) }, json), struct("Nothing", {})]],
    ["constants and reserved bytes", [struct("Message", { a: constInt("i8", "-128"), b: reserved(3), c: { kind: "const", of: "bytes", value: "b0b1" } }, packed(6))]],
    ["bounds at the ends of the type", [struct("Message", { a: int("u64", { min: "0", max: "18446744073709551615" }), b: text(prefix("u8"), { min: 255, max: 255 }) }, layout)]],
    ["OmitEmpty in a type that is also binary", [struct("Document", { part: ref("Part") }, json), struct("Small", { part: ref("Part") }, compact), struct("Part", { "a=": list(int("u8")), "b=": int("u8", { max: "9" }) })]],
    ["types that nothing uses", [struct("Unused", { a: text(), b: { kind: "jsonValue" } })]],
    ["negative enum values", [enumeration("Level", { low: -128, high: 127 }, { repr: "i8" })]],
    ["names that differ by case in binary encodings", [struct("Message", { fooBar: int("u8"), foo_bar: int("u8") }, layout)]],
  ])("%s", (_, types) => {
    expect(codes(...types)).toEqual([]);
  });
});

describe("reports the place of a free-standing type", () => {
  it("once for each encoding that it breaks a rule of", () => {
    expect(codes(struct("A", { part: ref("Part") }, layout), struct("B", { part: ref("Part") }, packed(4)), struct("C", { part: ref("Part") }, compact), struct("Part", { name: text() }))).toEqual([
      "MW2001 Part.name holds text whose end nothing marks, in the Layout message A.",
      "MW2006 Text varies in size, but Part.name stands in the Packed message B, where everything has a fixed offset.",
    ]);
  });
});

describe("windows", () => {
  it("follows names to what takes the rest", () => {
    expect(codes(struct("Message", { a: ref("Outer"), b: int("u8") }, layout), struct("Outer", { kind: int("u8"), choice: ref("Choice") }), union("Choice", [["one", "One"], ["none", null]]), struct("One", { body: bytes(rest) }))).toEqual([
      "MW2002 Message.a must stand at the end of its window in Layout, because One.body takes all that is left, but b follows it.",
    ]);
  });

  it("refuses such elements", () => {
    expect(codes(struct("Message", { a: list(ref("Part"), prefix("u8")) }, layout), struct("Part", { a: int("u8"), "b?": int("u8") }))).toEqual([
      "MW2002 What Message.a holds must stand at the end of a window in Layout, because Part.b is optional, but more may follow it.",
    ]);
  });

  it("sees open structures and embedded messages", () => {
    expect(codes(struct("Message", { a: ref("Part"), b: embedded("Other"), c: int("u8") }, compact), struct("Part", { a: int("u8") }, undefined, true), struct("Other", { a: int("u8") }, layout))).toEqual([
      "MW2002 Message.a must stand at the end of its window in Compact, because Part is open, but b follows it.",
      "MW2002 Message.b must stand at the end of its window in Compact, because a message of another encoding has no length of its own, but c follows it.",
    ]);
  });

  it("ends the search at types that contain themselves", () => {
    expect(codes(struct("Node", { next: nullable(ref("Node")), tail: int("u8") }, layout))).toEqual([]);
  });
});

describe("Packed", () => {
  it("says the size that it found, and how to fill it up", () => {
    const [found] = check(spec(struct("Header", { a: int("u32"), b: array(3, int("u16")), c: float(64) }, packed(20))), new Map());
    expect([found?.message, found?.help]).toEqual(["Header takes 18 bytes, but says Packed<20>.", "Write Packed<18>, or add Reserved<2>."]);
  });

  it("takes unions of one size only", () => {
    const cases = [struct("One", { a: int("u8") }), struct("Two", { a: int("u16") })];
    expect(codes(struct("Message", { a: ref("Choice") }, packed(2)), union("Choice", [["one", "One"], ["other", "One"]]), ...cases)).toEqual([]);
    expect(codes(struct("Message", { a: ref("Choice") }, packed(2)), union("Choice", [["one", "One"], ["two", "Two"]]), ...cases)).toEqual([
      "MW2006 The cases of Choice differ in size, but in the Packed message Message everything has a fixed offset.",
    ]);
  });
});

it("reports one of a ring of endless types, and nothing else of them", () => {
  const head = { ...struct("Ping", { pong: ref("Pong") }, layout), recursionHead: true };
  expect(codes(head, struct("Pong", { ping: ref("Ping") }), struct("Start", { ping: ref("Ping") }, layout))).toEqual(["MW2010 Ping would never end: Ping.pong always leads to another Ping."]);
});

it("judges the bounds of a brand once", () => {
  const id: TypeDef = { ...enumeration("Name", {}), kind: "brand", type: text(natural, { min: 9, max: 1 }) } as unknown as TypeDef;
  expect(codes(id, struct("Message", { a: { kind: "text", framing: natural, limit: { min: 9, max: 1 }, brand: "bad.Name" } }, json))).toEqual(["MW2202 The bounds of Name run from 9 down to 1."]);
});

it("names the language and the feature that it lacks", () => {
  const found = check(spec(struct("Message", { a: map(text(), text()) }, compact)), new Map([["go", new Set(["compact"] as const)], ["c", new Set(["compact", "maps"] as const)]]));
  expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual(["MW3001 Go does not support maps, which Message.a needs."]);
});
