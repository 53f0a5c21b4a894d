/** Names, literals, docs and facts. */
import { expect, test } from "vitest";
import { docComment } from "../../../src/backends/typescript/docs.js";
import { access, floatLiteral, integerLiteral, objectKey, propertyName, stringLiteral } from "../../../src/backends/typescript/literals.js";
import { localNames } from "../../../src/backends/typescript/names.js";
import { factsOf } from "../../../src/backends/typescript/native.js";

test("strings take the quotes that need fewer escapes", () => {
  expect(stringLiteral("a")).toBe('"a"');
  expect(stringLiteral('"a":')).toBe(`'"a":'`);
  expect(stringLiteral(`it's "so"`)).toBe(`'it\\'s "so"'`);
  expect(stringLiteral("it's")).toBe(`"it's"`);
  expect(stringLiteral("\\\n\u2028")).toBe('"\\\\\\n\\u2028"');
});

test("names that are no identifiers are quoted", () => {
  expect([propertyName("größe"), propertyName("a-b"), propertyName("$1")]).toEqual(["größe", '"a-b"', "$1"]);
  expect([access("value", "a"), access("value", "a b")]).toEqual(["value.a", 'value["a b"]']);
  expect(objectKey("__proto__")).toBe('["__proto__"]');
});

test("numbers", () => {
  expect([integerLiteral("u64", 5), integerLiteral("i32", "-5")]).toEqual(["5n", "-5"]);
  expect([floatLiteral(-0), floatLiteral(1e21), floatLiteral(0.5)]).toEqual(["-0", "1e21", "0.5"]);
});

test("variables stay clear of keywords, of each other and of what generated code uses", () => {
  const names = localNames(["class", "class_", "at", "readBox", "toKind", "BIG", "nodeId", "odd-name", "text"], new Set(["nodeId"]));
  expect([...names.values()]).toEqual(["class_", "class__", "at_", "readBox_", "toKind_", "BIG_", "nodeId_", "_OddName", "text"]);
});

test("docs are wrapped, and cannot end their comment", () => {
  expect(docComment({ text: "" })).toEqual([]);
  expect(docComment({ text: "A */ b." }, { facts: "`u8`.", indent: "  " })).toEqual(["  /** A *\\/ b. `u8`. */"]);
  expect(docComment({ text: "One.\n\n- a\n- b", since: "1.2", deprecated: "" }, { facts: "At most 3 bytes." })).toEqual([
    "/**",
    " * One.",
    " *",
    " * - a",
    " * - b",
    " *",
    " * At most 3 bytes.",
    " *",
    " * @since 1.2",
    " * @deprecated",
    " */",
  ]);
  for (const line of docComment({ text: "word ".repeat(100) })) expect(line.length).toBeLessThan(110);
});

test("facts say what the native type does not", () => {
  expect(factsOf({ kind: "int", int: "u32", endian: "le", min: "1", unit: "ms" })).toBe("`u32`; unit: ms; 1 or more.");
  expect(factsOf({ kind: "text", framing: { kind: "natural" }, limit: { min: 1, max: 64 }, pattern: "[a-z]*" })).toBe("1 to 64 bytes; matches `[a-z]*`.");
  expect(factsOf({ kind: "list", framing: { kind: "natural" }, limit: { min: 0, max: 1 }, element: { kind: "bool" } })).toBe("At most 1 element.");
  expect(factsOf({ kind: "bool" })).toBe("");
});
