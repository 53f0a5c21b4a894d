import { EncodeError, JsonValue } from "@meshwright/sdk";
import { describe, expect, test } from "vitest";

test("plain data comes back", () => {
  const data = { b: [1, 2.5, null, true, "é\n\u2028"], a: {} };
  const value = JsonValue.of(data);
  expect(value).toBe('{"b":[1,2.5,null,true,"é\\n\u2028"],"a":{}}');
  expect(JsonValue.parse(value)).toStrictEqual(data);
});

test("text is kept as it is", () => {
  expect(JsonValue.from('{"b":1.50,"a":1e2}')).toBe('{"b":1.50,"a":1e2}');
  expect(JsonValue.from("12")).toBe("12");
});

describe("is refused", () => {
  test.each([
    ["white space", '{"a": 1}', "non_canonical"],
    ["an escape that is not needed", '"\\u0041"', "non_canonical"],
    ["a key twice", '{"a":1,"a":2}', "duplicate_key"],
    ["two values", "1 2", "trailing_bytes"],
    ["nothing", "", "malformed"],
    ["half an object", '{"a":', "malformed"],
    ["a leading zero", "01", "malformed"],
    ["deep nesting", "[".repeat(65) + "]".repeat(65), "too_deep"],
    ["half a surrogate pair", '"\ud800"', "invalid_utf8"],
  ])("%s", (_, text, kind) => {
    expect(() => JsonValue.from(text)).toThrow(expect.objectContaining({ name: "EncodeError", kind }));
  });

  test("what has no JSON", () => {
    expect(() => JsonValue.of(() => 1)).toThrow(EncodeError);
    expect(() => JsonValue.of("\ud800")).toThrow(EncodeError);
  });
});
