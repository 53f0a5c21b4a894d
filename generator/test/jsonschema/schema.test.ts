/** Parts of schemas that the vectors do not reach, or reach by luck. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { TypeExpr } from "../../src/ir/model.js";
import { wholeTextPattern } from "../../src/jsonschema/pattern.js";
import { renderSchema } from "../../src/jsonschema/render.js";
import { schemaOf } from "../../src/jsonschema/schema.js";
import { bytes, fixedBytes, float, int, json, list, ref, spec, struct, text } from "../check/ir.js";

describe("patterns mean what they mean in the spec", () => {
  it.each([
    ["[a-z]+", ["abc"], ["", "Abc", "abc\n"]],
    ["^a|b$", ["a", "b"], ["ab", "ax"]],
    ["\\-\\@\\.\\_", ["-@._"], ["-@x_"]],
    ["a.c", ["abc", "a\u0000c"], ["a\nc", "aéc", "a😀c"]],
    ["[^a-c]", ["d", "\n"], ["a", "é"]],
    ["[\\]\\-\\d]", ["]", "-", "7"], ["\\", "a"]],
    ["[^\\w]", ["-"], ["_", "ß"]],
    ["\\(\\$\\)", ["($)"], ["()"]],
    ["(?:ab){2,3}", ["abab", "ababab"], ["ab", "abababab"]],
  ])("%s", (source, matching, others) => {
    const pattern = new RegExp(wholeTextPattern(source), "u");
    expect([...matching, ...others].filter((text) => pattern.test(text))).toEqual(matching);
  });
});

const accepts = (type: TypeExpr, member = "value"): ((value: unknown) => boolean) => {
  const validate = new Ajv2020({ strict: true }).compile(JSON.parse(renderSchema(schemaOf(spec(struct("Message", { [member]: type }, json)), "bad.Message"))) as object);
  return (value) => validate({ value });
};

describe("values", () => {
  it.each<[string, TypeExpr, unknown[], unknown[]]>([
    ["socket addresses", { kind: "socketAddress" }, ["1.2.3.4:80", "255.0.0.255:65535", "[::]:0", "[2001:db8::1]:80", "[1:2:3:4:5:6:7:8]:9", "[::ffff:1.2.3.4]:80", "[1::8]:1"], ["1.2.3:80", "256.0.0.1:80", "1.2.3.4", "1.2.3.4:65536", "[1:2]:80", "[1:2:3:4:5:6:7::8]:80", "[::g]:80", "[::1%lo]:80", "::1:80"]],
    ["base64 of a fixed size", { kind: "fixedBytes", size: 4, json: "base64" }, ["AAAAAA=="], ["AAAA", "AAAAAAA=", "AAAAAAAA"]],
    ["base64 of whole groups", { kind: "fixedBytes", size: 3, json: "base64" }, ["AAAA"], ["AAA=", "AA==", ""]],
    ["hex", bytes(undefined, { min: 1, max: 2 }), ["00", "00ff"], ["", "0", "000", "00ff00", "FF"]],
    ["fixed hex", fixedBytes(2), ["00ff"], ["00", "00ff00"]],
    ["bytes as integers", { ...(bytes() as object), json: "ints" } as TypeExpr, [[0, 255], []], [[256], [-1], ["0"], "00"]],
    ["f32", float(32), [1.5, 3.4028235e38], [3.4028236e38, "1.5"]],
    ["integers", int("u8"), [0, 255], [256, -1, 1.5, "1", null]],
    ["text in characters", text(undefined, { min: 5, max: 8 }), ["éé", "12345678"], ["1", "123456789"]],
  ])("%s", (_, type, valid, refused) => {
    const accept = accepts(type);
    expect([...valid, ...refused].filter(accept)).toEqual(valid);
  });

  it("that are left out when empty do not stand there empty", () => {
    expect([[], [1]].filter(accepts(list(int("u8")), "value="))).toEqual([[1]]);
    expect([0, 1].filter(accepts(int("u8"), "value="))).toEqual([1]);
    expect([false, true].filter(accepts({ kind: "bool" }, "value="))).toEqual([true]);
  });
});

it("writes integers in full, which doubles could not", () => {
  expect(renderSchema(schemaOf(spec(struct("Message", { a: int("u64") }, json)), "bad.Message"))).toContain('"maximum": 18446744073709551615');
});

it("carries docs, units, ages and what is deprecated", () => {
  const message = struct("Message", { a: { ...int("u64"), unit: "bytes" } as TypeExpr, part: ref("Part") }, json);
  message.doc = { text: "First.\n\nSecond.", since: "1.2.0" };
  message.fields[1]!.doc = { text: "", deprecated: "use a" };
  const { $defs } = schemaOf(spec(message, struct("Part", {})), "bad.Message") as { $defs: Record<string, { description: string; properties: Record<string, object> }> };
  expect($defs["bad.Message"]!.description).toBe("First.\n\nSecond.\n\nSince 1.2.0.");
  expect($defs["bad.Message"]!.properties).toMatchObject({ a: { description: "Unit: bytes." }, part: { description: "Deprecated: use a", deprecated: true, $ref: "#/$defs/bad.Part" } });
});
