/** What no vector of a message can say: values that neutral JSON has no word for, and shapes that the test spec has not. */
import { describe, expect, test } from "vitest";
import { U8, REST } from "../../src/codec/binary/prefix.js";
import { Reader as BinaryReader } from "../../src/codec/binary/reader.js";
import * as read from "../../src/codec/binary/fixed.js";
import { reservedBits, constantBigInt } from "../../src/codec/binary/values.js";
import * as write from "../../src/codec/binary/write-fixed.js";
import { writeBytes, writeConstant, writeText, writeZeros } from "../../src/codec/binary/write-values.js";
import { Writer } from "../../src/codec/binary/writer.js";
import { checkDistinct } from "../../src/codec/checks.js";
import { constantHex } from "../../src/codec/json/bytes.js";
import { f32 } from "../../src/codec/json/number.js";
import { Reader } from "../../src/codec/json/reader.js";
import { string } from "../../src/codec/json/string.js";
import { closeUnit, openTagged } from "../../src/codec/json/union.js";
import { writeUnknown } from "../../src/codec/json/write-free.js";
import { writeF64 as writeJsonF64 } from "../../src/codec/json/write-values.js";
import { Writer as JsonWriter } from "../../src/codec/json/writer.js";
import { JsonValue } from "../../src/codec/json-value.js";
import { compareBytes } from "../../src/codec/order.js";

/** A writer whose buffer is full of an earlier message. */
function soiled(): Writer {
  const w = new Writer();
  w.bytes.fill(0xa5);
  return w;
}

const written = (w: Writer): Uint8Array => w.bytes.slice(0, w.pos);
const refusal = (kind: string, more: object = {}): unknown => expect.objectContaining({ kind, ...more });

describe("a value of another type", () => {
  const wrong = "1" as never;
  test.each<[string, (w: Writer) => void]>([
    ["f32", (w) => write.writeF32(w, wrong)],
    ["f64", (w) => write.writeF64(w, wrong)],
    ["f64 in JSON", (w) => writeJsonF64(new JsonWriter(w), wrong)],
    ["bool", (w) => write.writeBool(w, 1 as never)],
    ["text", (w) => writeText(w, U8, ["a"] as never)],
    ["bytes", (w) => writeBytes(w, U8, [1] as never)],
    ["bytes, with wider elements", (w) => writeBytes(w, U8, Uint16Array.of(1) as never)],
  ])("is no %s", (_, run) => {
    expect(() => run(soiled())).toThrow(refusal("malformed"));
  });
});

test("no number is rounded to infinity", () => {
  for (const value of [1e39, -1e39]) expect(() => write.writeF32(soiled(), value)).toThrow(refusal("out_of_range"));
  const w = soiled();
  write.writeF32(w, -Infinity);
  expect(written(w)).toStrictEqual(Uint8Array.of(0, 0, 0x80, 0xff));
});

describe("numbers of fixed width where their place is not fixed", () => {
  const view = (w: Writer): DataView => new DataView(w.bytes.buffer);
  test.each<[string, (w: Writer) => void, (w: Writer) => number | bigint, number | bigint]>([
    ["i32", (w) => write.writeI32(w, -0x1234_5678), (w) => view(w).getInt32(0, true), -0x1234_5678],
    ["u64", (w) => write.writeU64(w, 1n << 40n), (w) => view(w).getBigUint64(0, true), 1n << 40n],
    ["f64", (w) => write.writeF64(w, 1.1), (w) => view(w).getFloat64(0, true), 1.1],
    ["i16 Be", (w) => write.writeI16Be(w, -0x1234), (w) => view(w).getInt16(0), -0x1234],
    ["u32 Be", (w) => write.writeU32Be(w, 0x1234_5678), (w) => view(w).getUint32(0), 0x1234_5678],
    ["i32 Be", (w) => write.writeI32Be(w, -0x1234_5678), (w) => view(w).getInt32(0), -0x1234_5678],
    ["u64 Be", (w) => write.writeU64Be(w, 1n << 40n), (w) => view(w).getBigUint64(0), 1n << 40n],
    ["i64 Be", (w) => write.writeI64Be(w, -(1n << 40n)), (w) => view(w).getBigInt64(0), -(1n << 40n)],
    ["f32 Be", (w) => write.writeF32Be(w, 1.5), (w) => view(w).getFloat32(0), 1.5],
    ["f64 Be", (w) => write.writeF64Be(w, 1.1), (w) => view(w).getFloat64(0), 1.1],
  ])("%s", (_, run, back, expected) => {
    const w = soiled();
    run(w);
    expect(back(w)).toBe(expected);
  });
});

test("constants, reserved bytes and bits where their place is not fixed", () => {
  const w = soiled();
  writeConstant(w, [1, 2, 3]);
  writeZeros(w, 2);
  expect(written(w)).toStrictEqual(Uint8Array.of(1, 2, 3, 0, 0));
  const eight = new BinaryReader(Uint8Array.of(5, 0, 0, 0, 0, 0, 0, 0));
  constantBigInt(0, read.u64(eight), 5n);
  expect(() => constantBigInt(2, 5n, 6n)).toThrow(refusal("bad_constant", { offset: 2 }));
  reservedBits(2, 0n);
  expect(() => reservedBits(2, 1n)).toThrow(refusal("non_canonical", { offset: 2 }));
});

test("a message that is nothing but text may be empty", () => {
  const w = soiled();
  writeText(w, REST, "");
  expect(written(w)).toStrictEqual(new Uint8Array(0));
});

test("a Map holds equal keys if they are arrays; a message does not", () => {
  expect(() => checkDistinct(compareBytes(Uint8Array.of(1), Uint8Array.of(1)))).toThrow(refusal("duplicate_key"));
  checkDistinct(compareBytes(Uint8Array.of(1), Uint8Array.of(2)));
});

test("bytes that are always the same, in JSON", () => {
  const r = new Reader('["b0b1"]', 0, 0);
  r.pos = 1;
  expect(constantHex(r, "b0b1")).toBe(true);
  expect(r.pos).toBe(7);
  r.pos = 1;
  expect(() => constantHex(r, "b0b2")).toThrow(refusal("bad_constant", { offset: 1 }));
});

test("bounds of a 32-bit float in JSON belong to what they bound", () => {
  const within = (text: string): number => f32(new Reader(`${text},`, 0, 0), -2, 2);
  expect([within("-2.0"), within("2.0")]).toStrictEqual([-2, 2]);
  expect(() => within("2.0000002")).toThrow(refusal("out_of_range", { offset: 0 }));
  expect(() => within("-2.0000002")).toThrow(refusal("out_of_range", { offset: 0 }));
});

describe("a case without content of an internally tagged union", () => {
  function decode(text: string): number {
    const r = new Reader(text, 0, 0);
    openTagged(r, '"type":', "type");
    string(r);
    closeUnit(r, "type");
    return r.pos;
  }

  test("ends after its tag", () => {
    expect(decode('{"type":"stop"}')).toBe(15);
  });

  test("has no members", () => {
    expect(() => decode('{"type":"stop","x":1}')).toThrow(refusal("unknown_field", { offset: 15, path: "" }));
    expect(() => decode('{"type":"stop","type":1}')).toThrow(refusal("duplicate_key", { offset: 15, path: "type" }));
  });
});

test("what an object kept ends with the object", () => {
  const w = new JsonWriter(new Writer());
  expect(() => writeUnknown(w, '"x":1}{"y":2', [], "")).toThrow(refusal("trailing_bytes"));
  expect(writeUnknown(w, '"x":1', [], "")).toBe(",");
  expect(w.out).toBe('"x":1');
});

test("what has no JSON is named", () => {
  expect(() => JsonValue.of(() => 1)).toThrow("a function has no JSON");
});
