/** Statements are laid out as the formatter would, which is asked. */
import { format } from "prettier";
import { expect, test } from "vitest";
import type { Code, Statement } from "../../../src/backends/typescript/code.js";
import { bracedList, call, choice, declare, expression, fail, give, guard, layOut, mentions, numberLines, provided, signature, when } from "../../../src/backends/typescript/code.js";

const names = (count: number, length = 12): string[] => Array.from({ length: count }, (_, i) => `name${i}`.padEnd(length, "x"));
const table = (rows: number): Code => ({ items: names(rows).map((name): Code => ({ items: [`"${name}"`, call("f", name)] })) });

const cases: Record<string, Statement[]> = {
  "a call that fits": [expression(call("binary.need", "r", "start", "8"))],
  "a call that does not": [expression(call("binary.something", ...names(10)))],
  "calls in calls": [declare("value", call("binary.bounded", "r.pos", call("binary.other", ...names(9)), call("f", "1")))],
  "a long left-hand side": [declare("x".repeat(110), call("binary.u8", ...names(3)))],
  "a choice that fits": [declare("value", choice(call("present", "r"), call("f", "r"), "undefined"))],
  "a choice that does not": [declare("value", choice(call("json.member", "r", `'"${"k".repeat(60)}":'`), call("json.text", "r", "1", "12345"), "undefined"))],
  "a thrown call": [fail(call("json.refuseObject", ...names(10)))],
  "arrays": [declare("found", { items: names(3) }), declare("found", { items: names(12) })],
  "tables": [declare("one", call("neutral.struct", table(1))), declare("two", call("neutral.struct", table(2))), declare("open", call("neutral.openStruct", '"text"', table(3)))],
  "a condition that fits": [{ anyOf: ["!closed", "a === undefined"], body: [give("1")] }],
  "a condition that does not": [{ anyOf: names(8).map((name) => `${name} === undefined`), body: [give("1")] }],
  "a statement under a condition": [provided("short", expression(call("f"))), provided("previous !== undefined", expression(call("binary.ascending", ...names(7))))],
  "blocks": [when("a", give("1")), { condition: "a === null", yes: [give("1")], no: [give("2")] }, guard("codec.under", "at", expression(call("f")))],
  "choices by number": [{ subject: "tag", cases: [{ label: "0", body: [give('"a"')] }], otherwise: [fail(call("g", "tag"))] }],
  "objects": [{ prefix: "return ", entries: [{ key: "a", code: "a" }, { key: "b", code: call("f", ...names(9)) }] }, { prefix: "return ", entries: [] }],
  "a product": [{ prefix: "number += ", code: call("codec.checkInt", "value.a", "0", "3"), suffix: " * 256" }],
};

test.each(Object.entries(cases))("%s", async (_, statements) => {
  const source = ["function f(): unknown {", ...layOut(statements, "  "), "}", ""].join("\n");
  expect(await format(source, { parser: "typescript", printWidth: 120 })).toBe(source);
});

test("functions, lists of names and rows of numbers", async () => {
  const source = [
    ...signature("function short", ["r: Reader"], "void"),
    "}",
    ...signature(`function long${"g".repeat(60)}`, ["value: SomethingOrOther", "another: SomethingElse"], "Result"),
    "}",
    ...bracedList("import", ["a", "b"], ' from "./x.js";'),
    ...bracedList("import", names(12), ' from "./x.js";'),
    "const numbers = [",
    ...numberLines(Array.from({ length: 200 }, (_, i) => String(i * i - 50)), "  "),
    "];",
    "",
  ].join("\n");
  const formatted = await format(source, { parser: "typescript", printWidth: 120 });
  // Blank lines between functions are the templates'.
  expect(formatted.replace(/\) : /g, ") : ")).toBe(source.replace("{\n}\nfunction", "{}\nfunction").replace("Result {\n}", "Result {}"));
});

test("what a statement speaks of", () => {
  const statements = [declare("a", call("f", "value.start", "b_")), expression("start$")];
  expect(["a", "f", "value", "b_"].map((name) => mentions(statements, name))).toEqual([true, true, true, true]);
  expect(["start", "b"].map((name) => mentions(statements, name))).toEqual([false, false]);
  const quoted: Statement[] = [expression('at = "start \\"tag\\" end"'), { prefix: "return ", entries: [{ key: "kept", code: "value" }] }];
  expect(["start", "tag", "end", "kept", "value"].map((name) => mentions(quoted, name))).toEqual([false, false, false, false, true]);
});
