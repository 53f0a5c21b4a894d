/** The oracle on small messages in binary encodings, against docs/canonical.md by hand. */
import { describe, expect, it } from "vitest";
import type { RootInfo, TypeDef, TypeExpr } from "../../src/ir/model.js";
import { NotOfType } from "../../src/vectors/oracle/refusal.js";
import { decode, encode } from "../../src/vectors/oracle/index.js";
import type { Neutral } from "../../src/vectors/oracle/neutral.js";
import { array, at, bool, bytes, compact, constInt, embedded, enumeration, fixedBytes, float, int, json, layout, list, map, natural, nullable, prefix, ref, reserved, rest, sized, spec, struct, text, union } from "../check/ir.js";

const doc = { text: "" };
const flags: TypeDef = {
  ...enumeration("Rights", {}),
  kind: "flags",
  flags: [
    { name: "read", jsonName: "read", bit: 0, doc, source: at(1) },
    { name: "top", jsonName: "top", bit: 7, doc, source: at(1) },
  ],
};
const bits: TypeDef = {
  ...enumeration("Word", {}),
  kind: "bits",
  repr: "u16",
  fields: [
    { name: "low", jsonName: "low", doc, source: at(1), width: 4, content: { kind: "uint" } },
    { name: "kind", jsonName: "kind", doc, source: at(1), width: 2, content: { kind: "enum", type: "bad.Kind" } },
    { name: "fixed", jsonName: "fixed", doc, source: at(1), width: 2, content: { kind: "const", value: 2 } },
    { name: "", jsonName: "", doc, source: at(1), width: 3, content: { kind: "reserved" } },
    { name: "on", jsonName: "on", doc, source: at(1), width: 5, content: { kind: "uint" } },
  ],
};
const helpers: TypeDef[] = [
  flags,
  bits,
  enumeration("Kind", { one: 1, two: 2 }),
  enumeration("Wide", { few: 1, many: 300 }, { repr: "u16", open: true }),
  struct("Pair", { a: int("u8"), b: int("u16") }),
  struct("Note", { id: int("u32"), words: text() }, compact),
  struct("Page", { title: text(), n: int("u8") }, json),
  struct("Short", { n: int("u16") }, { ...compact, maxSize: 2 }),
  union("Choice", [["none", null], ["pair", "Pair"]]),
  { ...struct("Chain", { v: int("u8"), "next?": ref("Chain") }), recursionHead: true },
];

const u8n = prefix("u8");
const hexBytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replace(/ /g, ""), "hex"));

/** A message of one field `f`, or of the given ones. */
function message(root: RootInfo, type: TypeExpr | Record<string, TypeExpr>, open = false) {
  const members = "kind" in type ? { f: type as TypeExpr } : (type as Record<string, TypeExpr>);
  return spec(struct("M", members, root, open), ...helpers);
}

const decoded = (made: ReturnType<typeof message>, hex: string): unknown => {
  const { value, refusal } = decode(made, "bad.M", hexBytes(hex));
  return JSON.parse(JSON.stringify(refusal ? [refusal.kind, refusal.offset, refusal.path] : value)) as unknown;
};
const encoded = (made: ReturnType<typeof message>, value: Neutral): unknown => {
  const { bytes: found, refusal } = encode(made, "bad.M", value);
  return found ? Buffer.from(found).toString("hex") : [refusal!.kind, refusal!.path];
};

type Case = [what: string, root: RootInfo, type: TypeExpr | Record<string, TypeExpr>, hex: string, expected: unknown];

describe("values that come back", () => {
  it.each<Case>([
    ["u16", layout, int("u16"), "0201", { f: 258 }],
    ["Be u32", layout, { kind: "int", int: "u32", endian: "be" }, "00000102", { f: 258 }],
    ["i16", layout, int("i16"), "feff", { f: -2 }],
    ["u64 is text", layout, int("u64"), "ffffffffffffffff", { f: "18446744073709551615" }],
    ["i64 is text", layout, int("i64"), "0000000000000080", { f: "-9223372036854775808" }],
    ["varint", compact, int("u32"), "ac02", { f: 300 }],
    ["varint of ten bytes", compact, int("u64"), "ffffffffffffffffff01", { f: "18446744073709551615" }],
    ["zigzag", compact, int("i32"), "01", { f: -1 }],
    ["zigzag least", compact, int("i64"), "ffffffffffffffffff01", { f: "-9223372036854775808" }],
    ["i8 is one byte in Compact", compact, int("i8"), "80", { f: -128 }],
    ["byte order means nothing to a varint", compact, { kind: "int", int: "u16", endian: "be" }, "ac02", { f: 300 }],
    ["f32", compact, float(32), "0000c03f", { f: "1.5" }],
    ["f32 is widened", layout, float(32), "cdcccc3d", { f: "0.10000000149011612" }],
    ["minus zero", layout, float(64), "0000000000000080", { f: "-0.0" }],
    ["NaN", layout, float(64), "000000000000f87f", { f: "NaN" }],
    ["infinity", layout, float(32), "000080ff", { f: "-Infinity" }],
    ["text with a BOM and a NUL", compact, text(), "05efbbbf0061", { f: "\ufeff\u0000a" }],
    ["empty rest", layout, text(rest), "", { f: "" }],
    ["nullable", layout, nullable(int("u8")), "0107", { f: 7 }],
    ["null", compact, nullable(int("u8")), "00", { f: null }],
    ["array", compact, array(2, int("u16")), "01ac02", { f: [1, 300] }],
    ["map of integers, sorted by value", compact, map(int("i16"), bool), "03 03 01 00 00 d804 01", { f: [[-2, true], [0, false], [300, true]] }],
    ["map of bytes", compact, map(bytes(), int("u8")), "02 00 01 01ff 02", { f: [["", 1], ["ff", 2]] }],
    ["open enum keeps its number", layout, ref("Wide"), "0700", { f: 7 }],
    ["flags", layout, ref("Rights"), "81", { f: ["read", "top"] }],
    ["bit fields from the low end", layout, ref("Word"), "9f f8", { f: { low: 15, kind: "one", on: 31 } }],
    ["unit case", layout, ref("Choice"), "00", { f: { case: "none", value: {} } }],
    ["case", compact, ref("Choice"), "01 05 ac02", { f: { case: "pair", value: { a: 5, b: 300 } } }],
    ["optional absent at the end", layout, { a: int("u8"), "b?": int("u8") }, "01", { a: 1 }],
    ["optional with a byte in Compact", compact, { "a?": int("u8"), b: int("u8") }, "010203", { a: 2, b: 3 }],
    ["window", layout, { a: sized(ref("Pair"), u8n), b: int("u8") }, "03 01 0200 09", { a: { a: 1, b: 2 }, b: 9 }],
    ["embedded Compact in Layout", layout, sized(embedded("Note"), u8n), "05 ac02 02 6869", { f: { id: 300, words: "hi" } }],
    ["embedded Json in Compact", compact, sized(embedded("Page"), natural), "13 7b227469746c65223a2261222c226e223a377d", { f: { title: "a", n: 7 } }],
    ["duration", compact, { kind: "duration" }, "01 80cab5ee01", { f: { secs: "1", nanos: 500000000 } }],
    ["socket address", compact, { kind: "socketAddress" }, "00 01020304 50", { f: "1.2.3.4:80" }],
    ["hidden fields", layout, { a: constInt("u16", "300"), b: reserved(2), c: int("u8") }, "2c01 0000 05", { c: 5 }],
  ])("%s", (_, root, type, hex, expected) => {
    const made = message(root, type);
    expect(decoded(made, hex)).toEqual(expected);
    expect(encoded(made, expected as Neutral)).toBe(hex.replace(/ /g, ""));
  });

  it("unknown bytes of an open structure", () => {
    const made = message(layout, { a: int("u8") }, true);
    expect(decoded(made, "01ff00")).toEqual({ a: 1, $unknown: "ff00" });
    expect(encoded(made, { a: 1, $unknown: "ff00" })).toBe("01ff00");
  });
});

describe("refusals of decoders", () => {
  const bounded = int("u8", { min: "3", max: "5" });
  const few = { min: 1, max: 2 };
  it.each<Case>([
    ["integer cut short", layout, int("u16"), "01", ["truncated", 0, "f"]],
    ["varint cut short", compact, int("u32"), "ac", ["truncated", 0, "f"]],
    ["varint without an end", compact, int("u64"), "ffffffffffffffffffff", ["out_of_range", 0, "f"]],
    ["varint of 2^64, before its last byte", compact, int("u64"), "80808080808080808002", ["out_of_range", 0, "f"]],
    ["ten bytes that end in zero", compact, int("u64"), "80808080808080808000", ["non_canonical", 0, "f"]],
    ["zero byte more, before the type", compact, int("u16"), "8080808000", ["non_canonical", 0, "f"]],
    ["varint beyond the type", compact, int("u16"), "808004", ["out_of_range", 0, "f"]],
    ["zigzag beyond the type", compact, int("i16"), "808004", ["out_of_range", 0, "f"]],
    ["below its bounds", layout, bounded, "02", ["out_of_range", 0, "f"]],
    ["above its bounds", compact, bounded, "06", ["out_of_range", 0, "f"]],
    ["other NaN", layout, float(32), "0000c0ff", ["non_canonical", 0, "f"]],
    ["NaN outside of all bounds", layout, { kind: "float", bits: 32, endian: "le", max: 5 }, "0000c07f", ["out_of_range", 0, "f"]],
    ["bool of 2", compact, bool, "02", ["non_canonical", 0, "f"]],
    ["constant", layout, constInt("u16", "300"), "2d01", ["bad_constant", 0, "f"]],
    ["constant that is not minimal", compact, constInt("u16", "300"), "ac8200", ["non_canonical", 0, "f"]],
    ["constant bytes", layout, { a: int("u8"), b: { kind: "const", of: "bytes", value: "b0b1" } }, "01 b0b2", ["bad_constant", 1, "b"]],
    ["reserved bytes", layout, reserved(3), "000001", ["non_canonical", 0, "f"]],
    ["unknown variant", layout, ref("Kind"), "03", ["unknown_variant", 0, "f"]],
    ["unknown flag", compact, ref("Rights"), "02", ["unknown_flag", 0, "f"]],
    ["bit field's enum before its constant", layout, ref("Word"), "0000", ["unknown_variant", 0, "f.kind"]],
    ["bit field's constant", layout, ref("Word"), "1000", ["bad_constant", 0, "f.fixed"]],
    ["reserved bits have the integer's path", layout, ref("Word"), "9001", ["non_canonical", 0, "f"]],
    ["length above the greatest, though nothing is there", layout, bytes(prefix("u32"), { min: 0, max: 9 }), "0a000000", ["too_long", 0, "f"]],
    ["length below the least", compact, text(natural, few), "00", ["out_of_range", 0, "f"]],
    ["length beyond the window", compact, text(), "0561", ["truncated", 0, "f"]],
    ["length of 2^64 - 1", compact, bytes(), "ffffffffffffffffff01", ["truncated", 0, "f"]],
    ["count times the least size", layout, list(ref("Pair"), u8n), "02 01 0200 01", ["truncated", 0, "f"]],
    ["count that overflows when multiplied", compact, list(array(8, float(64))), "8080808080808080808001", ["out_of_range", 0, "f"]],
    ["count of 2^63 of eight bytes", compact, list(float(64)), "80808080808080808001", ["truncated", 0, "f"]],
    ["text that is not UTF-8", compact, { a: int("u8"), b: text() }, "01 02 c080", ["invalid_utf8", 1, "b"]],
    ["UTF-8 before the pattern", compact, text(natural, { min: 0, max: null }, "[a-z]*"), "01ff", ["invalid_utf8", 0, "f"]],
    ["pattern, whole", compact, text(natural, { min: 0, max: null }, "[a-z]*"), "026141", ["out_of_range", 0, "f"]],
    ["pattern at a line's end", compact, text(natural, { min: 0, max: null }, "[a-z]*"), "02610a", ["out_of_range", 0, "f"]],
    ["rest list above its greatest count", layout, list(int("u8"), rest, few), "010203", ["too_long", 0, "f"]],
    ["rest list below its least count", layout, { a: int("u8"), b: list(int("u8"), rest, few) }, "01", ["out_of_range", 1, "b"]],
    ["rest list whose last element is cut", layout, list(int("u16"), rest), "010203", ["truncated", 2, "f[1]"]],
    ["keys out of order", compact, map(int("u8"), int("u8")), "02 0201 0101", ["non_canonical", 3, "f[1].key"]],
    ["same key twice, before its value", compact, map(text(), bool), "02 0161 01 0161 07", ["duplicate_key", 4, "f[1].key"]],
    ["value of an entry", compact, map(int("u8"), bool), "01 01 02", ["non_canonical", 2, "f[0].value"]],
    ["surplus in a window", layout, sized(ref("Pair"), u8n), "04 01 0200 00", ["trailing_bytes", 4, "f"]],
    ["window too small for its content", layout, { a: sized(ref("Pair"), u8n), b: int("u8") }, "02 01 0200 09", ["truncated", 2, "a.b"]],
    ["surplus of the message", layout, int("u8"), "0102", ["trailing_bytes", 1, ""]],
    ["optional byte", compact, { "a?": int("u8") }, "02", ["non_canonical", 0, "a"]],
    ["optional there, but cut", layout, { "a?": int("u16") }, "02", ["truncated", 0, "a"]],
    ["unknown tag", layout, { a: int("u8"), b: ref("Choice") }, "0102", ["unknown_variant", 1, "b"]],
    ["field of a case", layout, ref("Choice"), "010203", ["truncated", 2, "f.b"]],
    ["nanoseconds", compact, { kind: "duration" }, "01 8094ebdc03", ["out_of_range", 1, "f.nanos"]],
    ["port of an address", compact, { a: int("u8"), b: { kind: "socketAddress" } }, "01 00 01020304 808004", ["out_of_range", 1, "b"]],
    ["address cut short", compact, { kind: "socketAddress" }, "00 010203", ["truncated", 0, "f"]],
    ["embedded message of another encoding", layout, sized(embedded("Note"), u8n), "05 8c00 02 6869", ["non_canonical", 1, "f.id"]],
    ["embedded JSON, not UTF-8 anywhere", layout, sized(embedded("Page"), u8n), "03 20 20 ff", ["invalid_utf8", 3, "f"]],
    ["embedded JSON, white space", layout, sized(embedded("Page"), u8n), "02 20 7b", ["non_canonical", 1, "f"]],
    ["embedded JSON, surplus", compact, sized(embedded("Page"), natural), "14 7b227469746c65223a2261222c226e223a377d 20", ["trailing_bytes", 20, "f"]],
    ["embedded JSON, cut", compact, sized(embedded("Page"), natural), "01 7b", ["truncated", 2, "f"]],
    ["embedded JSON, member", compact, sized(embedded("Page"), natural), "0b 7b227469746c65223a377d", ["malformed", 10, "f.title"]],
    ["greatest size of an embedded message is its window's", layout, sized(embedded("Short"), u8n), "03 ac0200", ["too_long", 0, "f"]],
    ["greatest size of the message", { ...layout, maxSize: 2 }, int("u8"), "010203", ["too_long", 0, ""]],
    ["depth", compact, ref("Chain"), "0101".repeat(64) + "0100", ["too_deep", 128, `f${".next".repeat(64)}`]],
  ])("%s", (_, root, type, hex, expected) => {
    expect(decoded(message(root, type), hex)).toEqual(expected);
  });
});

describe("refusals of encoders", () => {
  it.each<[string, RootInfo, TypeExpr | Record<string, TypeExpr>, Neutral, unknown]>([
    ["beyond the type", layout, int("u8"), { f: 256 }, ["out_of_range", "f"]],
    ["negative", compact, int("u64"), { f: "-1" }, ["out_of_range", "f"]],
    ["constant given otherwise", layout, { a: constInt("u8", "7"), b: int("u8") }, { a: 8, b: 1 }, ["bad_constant", "a"]],
    ["constant given as it is", layout, { a: constInt("u8", "7"), b: int("u8") }, { a: 7, b: 1 }, "0701"],
    ["fixed bytes, short", layout, fixedBytes(2), { f: "00" }, ["out_of_range", "f"]],
    ["fixed bytes, long", layout, fixedBytes(2), { f: "000000" }, ["too_long", "f"]],
    ["array, short", compact, array(2, bool), { f: [true] }, ["out_of_range", "f"]],
    ["text beyond its prefix", layout, text(u8n), { f: "a".repeat(256) }, ["too_long", "f"]],
    ["half a surrogate pair", compact, text(), { f: "\ud800" }, ["invalid_utf8", "f"]],
    ["maps are sorted", compact, map(text(), int("u8")), { f: [["b", 1], ["a", 2]] }, "0201610201 6201".replace(" ", "")],
    ["same key twice, after sorting", compact, map(text(), int("u8")), { f: [["b", 1], ["a", 2], ["b", 3]] }, ["duplicate_key", "f[2].key"]],
    ["present after absent", layout, { "a?": int("u8"), "b?": int("u8") }, { b: 1 }, ["missing_field", "a"]],
    ["unknown case", layout, ref("Choice"), { f: { case: "other", value: {} } }, ["unknown_variant", "f"]],
    ["unknown name of an enum", layout, ref("Kind"), { f: "three" }, ["unknown_variant", "f"]],
    ["unknown number of a closed enum", layout, ref("Kind"), { f: 3 }, ["unknown_variant", "f"]],
    ["unknown name of a flag", layout, ref("Rights"), { f: ["write"] }, ["unknown_flag", "f"]],
    ["first in field order", layout, { a: int("u8"), b: int("u8") }, { a: 300, b: 300 }, ["out_of_range", "a"]],
    ["greatest size comes last", { ...layout, maxSize: 1 }, { a: int("u8"), b: int("u8") }, { a: 1, b: 2 }, ["too_long", ""]],
    ["every NaN is the one NaN", layout, float(32), { f: "NaN" }, "0000c07f"],
  ])("%s", (_, root, type, value, expected) => {
    expect(encoded(message(root, type), value)).toEqual(expected);
  });

  it("what has not even the type's shape is the caller's mistake", () => {
    expect(() => encoded(message(layout, int("u8")), { f: "1" })).toThrow(NotOfType);
    expect(() => encoded(message(layout, int("u8")), { f: 1, g: 2 })).toThrow(NotOfType);
    expect(() => encoded(message(layout, int("u8")), {})).toThrow(NotOfType);
  });
});
