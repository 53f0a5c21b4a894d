import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { arm, array, fieldLines, implementation, importLines, literal, literals, numbers, signature, statement, tuple, unpack } from "../../../src/backends/rust/layout.js";
import { random } from "../../random.js";
import { rustfmt } from "./tools.js";

const names = (count: number, length: number): string[] => Array.from({ length: count }, (_, index) => `${"n".repeat(length)}${index}`);

it("keeps on one line what fits", () => {
  expect(statement(4, "let x = ", { callee: "read::text", args: ["r", "Extent::u8(1, 255)"] }, '.field("x")?')).toEqual(['    let x = read::text(r, Extent::u8(1, 255)).field("x")?;']);
  expect(literal(8, "Ok(", "Self", ["a", "b"], ")")).toEqual(["        Ok(Self { a, b })"]);
  expect(importLines("a::b", ["C"])).toEqual(["use a::b::C;"]);
});

it("sorts imports as rustfmt does", () => {
  expect(importLines("a", ["write", "Id10", "Id2", "check", "Extent"])).toEqual(["use a::{Extent, Id2, Id10, check, write};"]);
});

it.skipIf(!rustfmt)("breaks everything else where rustfmt does", () => {
  const lines: string[] = [];
  const { below } = random(Number(process.env["MESHWRIGHT_SEED"] ?? 1));
  for (let i = 0; i < 400; i++) {
    const args = names(1 + below(5), 1 + below(20));
    const callee = `read::${"f".repeat(1 + below(30))}`;
    const suffix = ["", "?", `.field("${"x".repeat(1 + below(40))}")?`][below(3)]!;
    const items = names(below(8), 1 + below(14));
    lines.push(
      "fn f() {",
      ...statement(4, below(2) === 0 ? "" : `let ${"x".repeat(1 + below(30))} = `, { callee, args }, suffix),
      ...unpack(4, names(2 + below(12), 1 + below(12)), "run_0"),
      "    match x {",
      ...arm(8, `X::${"V".repeat(1 + below(30))}(value)`, `Y::${"V".repeat(1 + below(30))}(${"z".repeat(below(30))})`),
      "    }",
      ...tuple(4, "Ok(", names(1 + below(8), 1 + below(12)), ")"),
      "}",
      ...signature(0, `fn ${"f".repeat(1 + below(30))}`, names(1 + below(3), 1 + below(20)).map((name) => `${name}: T`), "Result<Self, DecodeError>"),
      "    x();",
      "}",
      ...importLines("a::b", names(1 + below(12), 1 + below(12))),
      ...literals(0, "const X: &[&str] = &", items.map((item) => `"${item}"`), ";"),
      ...array(0, "const X: S = S::T(&", items.map((item) => ({ callee: "s::Slot::new", args: [`"${item}"`, "1"] })), ");"),
      ...numbers(0, "const X: [u8; 9] = ", Array.from({ length: below(100) }, () => String(below(256))), ";"),
      "struct S {",
      ...fieldLines("f".repeat(1 + below(80)), `Vec<${"T".repeat(1 + below(40))}>`),
      "}",
      ...implementation(`impl<'a> ${"T".repeat(1 + below(40))}<'a>`, "X".repeat(1 + below(60))),
      ...array(4, `pub(crate) const ${"X".repeat(1 + below(30))}: read::Shape = read::Shape::Struct(&`, [{ callee: `${"r".repeat(1 + below(8))}::Slot::of`, args: [`"${"n".repeat(1 + below(30))}"`, "100", `${"T".repeat(1 + below(40))}::SHAPE`] }], ");"),
      "    const A: u8 = 1;",
      "}",
    );
  }
  const source = `${lines.join("\n")}\n`;
  const { stdout, stderr } = spawnSync("rustfmt", ["--edition", "2024", "--emit", "stdout"], { input: source, encoding: "utf8", maxBuffer: 1 << 26 });
  expect(stderr).toBe("");
  const [ours, theirs] = [source.split("\n"), stdout.split("\n")];
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  const around = (text: string[]): string[] => (at < 0 ? [] : text.slice(Math.max(0, at - 2), at + 8));
  expect(around(ours)).toEqual(around(theirs));
});
