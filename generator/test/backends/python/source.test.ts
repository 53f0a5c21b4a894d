import { expect, it } from "vitest";
import { alternatives, block, bytesLiteral, call, dict, ifAny, layOut, LINE_LENGTH, stringLiteral, targets } from "../../../src/backends/python/source.js";

const long = (count: number): string[] => Array.from({ length: count }, (_, index) => `a_name_of_some_length_${index}`);

it("keeps on one line what fits", () => {
  expect(layOut([block("if a:", [call("f", ["1", "2"], " from None"), targets(["a"], " = b")])])).toEqual(["if a:", "    f(1, 2) from None", "    (a,) = b"]);
  expect(layOut([block("else:", [])])).toEqual(["else:", "    pass"]);
});

it("breaks what does not, one item a line", () => {
  expect(layOut([call("x = f", long(6))])).toEqual(["x = f(", ...long(6).map((name) => `    ${name},`), ")"]);
  expect(layOut([dict("x = ", long(6).map((name) => `"${name}": 1`))]).at(-1)).toBe("}");
  expect(layOut([targets(long(6), " = f()")])).toEqual(["(", ...long(6).map((name) => `    ${name},`), ") = f()"]);
});

it("breaks operands before the operator, if they do not fit within parentheses", () => {
  expect(layOut([ifAny(long(4))])[0]).toBe(`if ${long(4).join(" or ")}:`);
  expect(layOut([alternatives("Case: typing.TypeAlias = ", long(4))])).toEqual(["Case: typing.TypeAlias = (", `    ${long(4).join(" | ")}`, ")"]);
  expect(layOut([ifAny(long(6))])).toEqual(["if (", `    ${long(6)[0]!}`, ...long(6).slice(1).map((name) => `    or ${name}`), "):"]);
});

it("puts a value that is too long below its target", () => {
  const name = "n".repeat(LINE_LENGTH - 10);
  expect(layOut([`some_target = ${name}`])).toEqual(["some_target = (", `    ${name}`, ")"]);
  expect(layOut([call(`some_target = ${name}`, ["a"])])).toEqual(["some_target = (", `    ${name}(a)`, ")"]);
});

it("writes literals with the quotes that need fewer escapes", () => {
  expect([stringLiteral('say "a"'), stringLiteral("it's"), stringLiteral(`"it's"`), stringLiteral("a\\\n\u0001")]).toEqual(["'say \"a\"'", '"it\'s"', `'"it\\'s"'`, '"a\\\\\\n\\x01"']);
  expect([bytesLiteral("4d57"), bytesLiteral("00ff")]).toEqual(['b"MW"', 'bytes.fromhex("00ff")']);
});
