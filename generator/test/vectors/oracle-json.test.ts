/** The oracle on small messages in JSON, against docs/canonical.md by hand. `^` in a text marks the offset of its refusal. */
import { describe, expect, it } from "vitest";
import type { FlagsDef, TypeDef, TypeExpr } from "../../src/ir/model.js";
import { decode, encode } from "../../src/vectors/oracle/index.js";
import type { Neutral } from "../../src/vectors/oracle/neutral.js";
import { array, at, bool, constInt, enumeration, fixedBytes, float, int, json, list, map, nullable, ref, spec, struct, text, union } from "../check/ir.js";

const doc = { text: "" };
const rights: FlagsDef = {
  ...enumeration("Rights", {}),
  kind: "flags",
  flags: [
    { name: "read", jsonName: "read", bit: 0, doc, source: at(1) },
    { name: "writeAll", jsonName: "write_all", bit: 1, doc, source: at(1) },
  ],
};
const helpers: TypeDef[] = [
  rights,
  enumeration("Kind", { one: 1, darkTwo: 2 }),
  enumeration("Wide", { few: 1 }, { repr: "u16", open: true }),
  struct("Pair", { a: int("u8"), "b?": int("u8") }),
  union("External", [["none", null], ["pair", "Pair"]]),
  union("Internal", [["none", null], ["pair", "Pair"]], { tagging: { style: "internal", tag: "type" } }),
  union("Adjacent", [["none", null], ["pair", "Pair"]], { tagging: { style: "adjacent", tag: "t", content: "c" } }),
  { ...struct("Chain", { "next?": ref("Chain") }), recursionHead: true },
];

function message(members: Record<string, TypeExpr>, open = false) {
  return spec(struct("M", members, json, open), ...helpers);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Decodes `text`; with a `^` in it, gives the refusal's kind and path and checks its offset. */
function decoded(members: Record<string, TypeExpr>, source: string, open = false): unknown {
  const mark = source.indexOf("^");
  const bytes = Buffer.from(source.replace("^", ""));
  const { value, refusal } = decode(message(members, open), "bad.M", Uint8Array.from(bytes));
  if (refusal) expect(refusal.offset, JSON.stringify(refusal)).toBe(mark < 0 ? bytes.length : Buffer.byteLength(source.slice(0, mark)));
  return plain(refusal ? [refusal.kind, refusal.path] : value);
}

function encoded(members: Record<string, TypeExpr>, value: Neutral, open = false): unknown {
  const { bytes, refusal } = encode(message(members, open), "bad.M", value);
  return bytes ? Buffer.from(bytes).toString() : [refusal!.kind, refusal!.path];
}

const f = (type: TypeExpr): Record<string, TypeExpr> => ({ f: type });
const free: TypeExpr = { kind: "jsonValue" };
const base64: TypeExpr = { kind: "bytes", framing: { kind: "natural" }, limit: { min: 0, max: null }, json: "base64" };
const ints: TypeExpr = { ...base64, json: "ints" };

describe("values that come back", () => {
  it.each<[string, Record<string, TypeExpr>, string, unknown]>([
    ["members in order", { a: int("u8"), darkTwo: text() }, '{"a":1,"dark_two":""}', { a: 1, darkTwo: "" }],
    ["u64 is exact", f(int("u64")), '{"f":18446744073709551615}', { f: "18446744073709551615" }],
    ["float", f(float(64)), '{"f":1e16}', { f: "1e16" }],
    ["f32 is widened", f(float(32)), '{"f":0.1}', { f: "0.10000000149011612" }],
    ["minus zero", f(float(32)), '{"f":-0.0}', { f: "-0.0" }],
    ["escapes", f(text()), '{"f":"\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f/\u007fé"}', { f: '"\\\b\f\n\r\t\u0001\u001f/\u007fé' }],
    ["hex", f(fixedBytes(2)), '{"f":"00ff"}', { f: "00ff" }],
    ["base64", f(base64), '{"f":"+/8="}', { f: "fbff" }],
    ["ints", f(ints), '{"f":[0,255]}', { f: "00ff" }],
    ["array", f(array(2, bool)), '{"f":[true,false]}', { f: [true, false] }],
    ["map of text, bytewise", f(map(text(), int("u8"))), '{"f":{"":0,"z":1,"～":2,"😀":3}}', { f: [["", 0], ["z", 1], ["～", 2], ["😀", 3]] }],
    ["map of integers, by value", f(map(int("i16"), bool)), '{"f":{"-10":true,"9":false,"10":true}}', { f: [[-10, true], [9, false], [10, true]] }],
    ["map of an enum, by value", f(map(ref("Kind"), bool)), '{"f":{"one":true,"dark_two":false}}', { f: [["one", true], ["darkTwo", false]] }],
    ["enum", f(ref("Kind")), '{"f":"dark_two"}', { f: "darkTwo" }],
    ["open enum keeps its number", f(ref("Wide")), '{"f":7}', { f: 7 }],
    ["flags", f(ref("Rights")), '{"f":["read","write_all"]}', { f: ["read", "writeAll"] }],
    ["constant", { a: constInt("u8", "7"), b: { kind: "const", of: "text", value: "v1" }, c: { kind: "const", of: "bytes", value: "00ff" } }, '{"a":7,"b":"v1","c":"00ff"}', {}],
    ["null", f(nullable(text())), '{"f":null}', { f: null }],
    ["optional absent", { "a?": int("u8") }, "{}", {}],
    ["omitted when empty", { "a=": int("u8"), "b=": list(text()) }, "{}", { a: 0, b: [] }],
    ["not empty", { "a=": int("u8"), "b=": list(text()) }, '{"a":1,"b":[""]}', { a: 1, b: [""] }],
    ["free JSON keeps its text", f(free), '{"f":{"z":1.50,"a":[1E+5,-0,null]}}', { f: '{"z":1.50,"a":[1E+5,-0,null]}' }],
    ["duration", f({ kind: "duration" }), '{"f":{"secs":1,"nanos":5}}', { f: { secs: "1", nanos: 5 } }],
    ["address", f({ kind: "socketAddress" }), '{"f":"[2001:db8::1]:80"}', { f: "[2001:db8::1]:80" }],
    ["external, unit", f(ref("External")), '{"f":"none"}', { f: { case: "none", value: {} } }],
    ["external", f(ref("External")), '{"f":{"pair":{"a":1}}}', { f: { case: "pair", value: { a: 1 } } }],
    ["internal, unit", f(ref("Internal")), '{"f":{"type":"none"}}', { f: { case: "none", value: {} } }],
    ["internal", f(ref("Internal")), '{"f":{"type":"pair","a":1,"b":2}}', { f: { case: "pair", value: { a: 1, b: 2 } } }],
    ["adjacent, unit", f(ref("Adjacent")), '{"f":{"t":"none"}}', { f: { case: "none", value: {} } }],
    ["adjacent", f(ref("Adjacent")), '{"f":{"t":"pair","c":{"a":1}}}', { f: { case: "pair", value: { a: 1 } } }],
  ])("%s", (_, members, source, expected) => {
    expect(decoded(members, source)).toEqual(expected);
    expect(encoded(members, expected as Neutral)).toBe(source);
  });

  it("unknown members of an open object", () => {
    const members = { a: int("u8"), "b?": int("u8") };
    expect(decoded(members, '{"a":1,"x":[1,{}],"\\n":null}', true)).toEqual({ a: 1, $unknown: '"x":[1,{}],"\\n":null' });
    expect(encoded(members, { a: 1, $unknown: '"x":1' }, true)).toBe('{"a":1,"x":1}');
  });
});

describe("refusals of decoders", () => {
  it.each<[string, Record<string, TypeExpr>, string, unknown]>([
    ["nothing", {}, "", ["truncated", ""]],
    ["white space first", {}, "^ {}", ["non_canonical", ""]],
    ["white space last", {}, "{}^ ", ["trailing_bytes", ""]],
    ["white space before a key", f(int("u8")), '{^ "f":1}', ["non_canonical", ""]],
    ["white space before a value", f(int("u8")), '{"f":^ 1}', ["non_canonical", "f"]],
    ["white space after a value", f(int("u8")), '{"f":1^ }', ["non_canonical", ""]],
    ["white space in an array", f(list(bool)), '{"f":[^ ]}', ["non_canonical", "f[0]"]],
    ["white space before a comma", f(list(bool)), '{"f":[true^ ,true]}', ["non_canonical", "f"]],
    ["null", f(int("u8")), '{"f":^null}', ["malformed", "f"]],
    ["a word that begins like true", f(bool), '{"f":^trux}', ["malformed", "f"]],
    ["a word cut short", f(bool), '{"f":^tru', ["truncated", "f"]],
    ["a number that the end cuts off", f(int("u8")), '{"f":^12', ["truncated", "f"]],
    ["a string that the end cuts off", f(text()), '{"f":^"ab', ["truncated", "f"]],
    ["a malformed escape before the end", f(text()), '{"f":^"\\x', ["malformed", "f"]],
    ["the end after a colon", f(text()), '{"f":', ["truncated", "f"]],
    ["the end after a bracket", f(list(text())), '{"f":[', ["truncated", "f[0]"]],
    ["the end after a comma", f(list(text())), '{"f":["",', ["truncated", "f[1]"]],
    ["the end of an object", f(int("u8")), '{"f":1,', ["truncated", ""]],
    ["trailing comma", f(list(text())), '{"f":["",^]}', ["malformed", "f[1]"]],
    ["minus zero", f(int("i8")), '{"f":^-0}', ["non_canonical", "f"]],
    ["leading zero beyond the type", f(int("u8")), '{"f":^0300}', ["non_canonical", "f"]],
    ["fraction", f(int("u8")), '{"f":^1.0}', ["malformed", "f"]],
    ["beyond the type", f(int("u8")), '{"f":^256}', ["out_of_range", "f"]],
    ["two numbers in one", f(int("u8")), '{"f":^1-2}', ["malformed", "f"]],
    ["letter after a number", f(int("u8")), '{"f":1^x}', ["malformed", ""]],
    ["float without a decimal", f(float(64)), '{"f":^64}', ["non_canonical", "f"]],
    ["float overflow, however spelt", f(float(32)), '{"f":^1E39}', ["out_of_range", "f"]],
    ["just below an overflow", f(float(32)), '{"f":^3.4028235677973366e38}', ["non_canonical", "f"]],
    ["an overflow by half a step", f(float(32)), '{"f":^3.4028235677973367e38}', ["out_of_range", "f"]],
    ["spelling before bounds", f({ kind: "float", bits: 64, endian: "le", max: 1 }), '{"f":^2.00}', ["non_canonical", "f"]],
    ["bounds", f({ kind: "float", bits: 64, endian: "le", max: 1 }), '{"f":^2.0}', ["out_of_range", "f"]],
    ["escaped solidus", f(text()), '{"f":^"\\/"}', ["non_canonical", "f"]],
    ["upper-case hex in an escape", f(text()), '{"f":^"\\u001F"}', ["non_canonical", "f"]],
    ["malformed wins over non-canonical", f(text()), '{"f":^"\\/\\x"}', ["malformed", "f"]],
    ["lone surrogate", f(text()), '{"f":^"\\ud800x"}', ["malformed", "f"]],
    ["escape before size", f(text({ kind: "natural" }, { min: 0, max: 1 })), '{"f":^"\\/ab"}', ["non_canonical", "f"]],
    ["size in bytes", f(text({ kind: "natural" }, { min: 0, max: 1 })), '{"f":^"é"}', ["too_long", "f"]],
    ["foreign character in hex, behind an escape", f(fixedBytes(1)), '{"f":^"\\u0061g"}', ["malformed", "f"]],
    ["upper-case hex", f(fixedBytes(1)), '{"f":^"AB"}', ["non_canonical", "f"]],
    ["hex too short", f(fixedBytes(1)), '{"f":^""}', ["out_of_range", "f"]],
    ["hex too long", f(fixedBytes(1)), '{"f":^"0000"}', ["too_long", "f"]],
    ["base64 with spare bits", f(base64), '{"f":^"AB=="}', ["non_canonical", "f"]],
    ["base64 without padding", f(base64), '{"f":^"AA"}', ["malformed", "f"]],
    ["int above 255", f(ints), '{"f":[0,^256]}', ["out_of_range", "f[1]"]],
    ["list too long", f(list(bool, { kind: "natural" }, { min: 0, max: 1 })), '{"f":^[true,x', ["too_long", "f"]],
    ["list too short", f(list(bool, { kind: "natural" }, { min: 1, max: 9 })), '{"f":^[]}', ["out_of_range", "f"]],
    ["array too short", f(array(2, bool)), '{"f":^[true]}', ["out_of_range", "f"]],
    ["keys out of order", f(map(text(), bool)), '{"f":{"b":true,^"a":true}}', ["non_canonical", "f[1].key"]],
    ["key twice", f(map(int("u8"), bool)), '{"f":{"1":true,^"1":true}}', ["duplicate_key", "f[1].key"]],
    ["key that is no integer", f(map(int("u8"), bool)), '{"f":{^"x":true}}', ["malformed", "f[0].key"]],
    ["key with a leading zero", f(map(int("u8"), bool)), '{"f":{^"01":true}}', ["non_canonical", "f[0].key"]],
    ["value of an entry", f(map(text(), bool)), '{"f":{"a":^1}}', ["malformed", "f[0].value"]],
    ["unknown name", f(ref("Kind")), '{"f":^"darkTwo"}', ["unknown_variant", "f"]],
    ["number for a name", f(ref("Kind")), '{"f":^1}', ["malformed", "f"]],
    ["known number of an open enum", f(ref("Wide")), '{"f":^1}', ["non_canonical", "f"]],
    ["unknown flag", f(ref("Rights")), '{"f":["read",^"x"]}', ["unknown_flag", "f[1]"]],
    ["flag twice", f(ref("Rights")), '{"f":["read",^"read"]}', ["duplicate_key", "f[1]"]],
    ["flags out of order", f(ref("Rights")), '{"f":["write_all",^"read"]}', ["non_canonical", "f[1]"]],
    ["constant", f(constInt("u8", "7")), '{"f":^8}', ["bad_constant", "f"]],
    ["constant beyond its type", f(constInt("u8", "7")), '{"f":^256}', ["out_of_range", "f"]],
    ["empty, but there", { "a=": list(text()) }, '{"a":^[]}', ["non_canonical", "a"]],
    ["zero, but there", { "a=": int("u8") }, '{"a":^0}', ["non_canonical", "a"]],
    ["missing", { a: int("u8"), b: int("u8") }, '{"b":1^}', ["missing_field", "a"]],
    ["unknown", f(int("u8")), '{^"g":1}', ["unknown_field", ""]],
    ["twice", f(int("u8")), '{"f":1,^"f":1}', ["duplicate_key", "f"]],
    ["out of order", { a: int("u8"), b: int("u8") }, '{"b":1,^"a":1}', ["non_canonical", "a"]],
    ["key spelt otherwise", f(int("u8")), '{^"\\u0066":1}', ["non_canonical", ""]],
    ["key twice in free JSON, unescaped", f(free), '{"f":{"\\n":1,^"\\n":2}}', ["duplicate_key", "f"]],
    ["leading zero in free JSON", f(free), '{"f":[^01]}', ["malformed", "f"]],
    ["depth of free JSON", f(free), `{"f":${"[".repeat(64)}^[`, ["too_deep", "f"]],
    ["depth of a type", f(ref("Chain")), `{"f":${'{"next":'.repeat(64)}^`, ["too_deep", `f${".next".repeat(64)}`]],
    ["address spelt otherwise", f({ kind: "socketAddress" }), '{"f":^"[2001:DB8::1]:80"}', ["non_canonical", "f"]],
    ["no address", f({ kind: "socketAddress" }), '{"f":^"1.2.3.4"}', ["malformed", "f"]],
    ["external, string for content", f(ref("External")), '{"f":^"pair"}', ["malformed", "f"]],
    ["external, object for a unit", f(ref("External")), '{"f":{^"none":{}}}', ["malformed", "f"]],
    ["external, unknown", f(ref("External")), '{"f":{^"x":1}}', ["unknown_variant", "f"]],
    ["external, empty", f(ref("External")), '{"f":{^}}', ["missing_field", "f"]],
    ["external, second member", f(ref("External")), '{"f":{"pair":{"a":1},^"x":1}}', ["unknown_field", "f"]],
    ["internal, other key first", f(ref("Internal")), '{"f":{^"a":1}}', ["missing_field", "f.type"]],
    ["internal, empty", f(ref("Internal")), '{"f":{^}}', ["missing_field", "f.type"]],
    ["internal, unknown", f(ref("Internal")), '{"f":{"type":^"x"}}', ["unknown_variant", "f"]],
    ["internal, tag again", f(ref("Internal")), '{"f":{"type":"pair","a":1,^"type":"pair"}}', ["duplicate_key", "f.type"]],
    ["internal, member missing", f(ref("Internal")), '{"f":{"type":"pair"^}}', ["missing_field", "f.a"]],
    ["adjacent, no content", f(ref("Adjacent")), '{"f":{"t":"pair"^}}', ["missing_field", "f"]],
    ["adjacent, other content", f(ref("Adjacent")), '{"f":{"t":"pair",^"x":{}}}', ["unknown_field", "f"]],
    ["adjacent, content of a unit", f(ref("Adjacent")), '{"f":{"t":"none",^"c":{}}}', ["unknown_field", "f"]],
    ["adjacent, tag again", f(ref("Adjacent")), '{"f":{"t":"pair",^"t":"pair"}}', ["duplicate_key", "f"]],
  ])("%s", (_, members, source, expected) => {
    expect(decoded(members, source)).toEqual(expected);
  });

  it("bytes that are no UTF-8 win over all before them", () => {
    const bytes = Uint8Array.from([...Buffer.from(' {"x":'), 0xff]);
    expect(decode(message({}), "bad.M", bytes)).toEqual({ refusal: { kind: "invalid_utf8", offset: 6, path: "" } });
  });

  it("unknown members of an open object stand last and once", () => {
    const members = { a: int("u8"), "b?": int("u8") };
    expect(decoded(members, '{"x":1,^"a":1}', true)).toEqual(["non_canonical", "a"]);
    expect(decoded(members, '{"a":1,"x":1,^"x":1}', true)).toEqual(["duplicate_key", ""]);
    expect(decoded(members, '{"a":1,"x":^y}', true)).toEqual(["malformed", ""]);
  });
});

describe("refusals of encoders", () => {
  it.each<[string, Record<string, TypeExpr>, Neutral, unknown]>([
    ["NaN", f(float(64)), { f: "NaN" }, ["out_of_range", "f"]],
    ["infinity", f(float(32)), { f: "-Infinity" }, ["out_of_range", "f"]],
    ["half a surrogate pair", f(text()), { f: "\udc00" }, ["invalid_utf8", "f"]],
    ["free JSON with white space", f(free), { f: "[1, 2]" }, ["non_canonical", "f"]],
    ["free JSON, key twice", f(free), { f: '{"a":1,"a":1}' }, ["duplicate_key", "f"]],
    ["free JSON that is malformed", f(free), { f: "[01]" }, ["malformed", "f"]],
    ["free JSON that is a number", f(free), { f: "1.50" }, '{"f":1.50}'],
    ["free JSON too deep", f(free), { f: "[".repeat(65) + "]".repeat(65) }, ["too_deep", "f"]],
  ])("%s", (_, members, value, expected) => {
    expect(encoded(members, value)).toEqual(expected);
  });
});
