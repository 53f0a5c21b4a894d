import { describe, expect, it } from "vitest";
import type { GeneratedFile, Language } from "../../../generator/dist/backends/backend.js";
import { alternativesOf } from "../src/sites/alternatives.js";
import { SYNTAXES } from "../src/sites/all.js";
import { weave } from "../src/sites/sites.js";

describe("the alternatives of a condition", () => {
  const of = (condition: string) => alternativesOf(condition, "removed").map(({ operator, condition: other }) => `${operator}: ${other}`);

  it("shift boundaries, swap connectives, move numbers", () => {
    expect(of("x < 3 || x > y")).toEqual(["check removed: removed", "boundary: x <= 3 || x > y", "boundary: x < 3 || x >= y", "connective: x < 3 && x > y", "constant: x < 2 || x > y", "constant: x < 4 || x > y"]);
  });

  it("leave texts alone", () => {
    expect(of('a != "1 < 2"')).toEqual(["check removed: removed"]);
  });

  it("leave names and shifts alone", () => {
    expect(of("u32 == v2")).toEqual(["check removed: removed"]);
    expect(of("n << 8 != m")).toEqual(["check removed: removed", "constant: n << 7 != m", "constant: n << 9 != m"]);
  });
});

describe("weaving", () => {
  const samples: Record<Language, [path: string, code: string]> = {
    go: ["codec/reader.go", "package codec\n\tif err := r.f(); x > 5 {\n\t\treturn 0, fail(ErrTooLong, start)\n\t}"],
    c: ["src/reader.c", "int f(void) {\n  if (x > 5) return mw_refuse(r);\n}"],
    rust: ["src/codec/check.rs", "fn f() {\n    if x > 5 {\n        return Err(too_long());\n    }"],
    python: ["src/every_word/codec/checks.py", "def f():\n    if x > 5:\n        raise EncodeError()"],
    typescript: ["src/codec/checks.ts", 'function f() {\n  if (x > 5) throw new EncodeError("too_long");\n}'],
  };
  const needed: GeneratedFile[] = [{ path: "generated/doc.go", content: "package generated\n" }, { path: "peer/main.py", content: "" }, { path: "peer/run", content: "exec node peer" }];

  it.each(Object.entries(samples))("finds the refusal of %s", (language, [path, content]) => {
    const { files, mutants } = weave(SYNTAXES[language as Language], [{ path, content }, ...needed]);
    expect(mutants.map(({ operator }) => operator)).toEqual(["check removed", "boundary", "constant", "constant"]);
    const woven = files.find((file) => file.path === path)!.content;
    // Lines stay where they are (or are said to), so that the compiler's complaints find their mutants.
    expect(woven.slice(woven.indexOf("#line 1\n") + 1).replace("line 1\n", "").split("\n").findIndex((line) => line.includes("x >= 5"))).toBe(1);
  });

  it("leaves out what it is told to, and numbers the rest", () => {
    const [path, content] = samples.c;
    const all = weave(SYNTAXES.c, [{ path, content }]).mutants;
    const rest = weave(SYNTAXES.c, [{ path, content }], new Set([all[1]!.id])).mutants;
    expect(rest.map(({ id }) => id)).toEqual(all.filter((_, index) => index !== 1).map(({ id }) => id));
    expect(rest.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("does not make memory run out", () => {
    const content = "bool f(void) {\n  if (block == NULL) return false;\n  if (!mw_reserve(w, size + 2)) return false;\n}";
    expect(weave(SYNTAXES.c, [{ path: "src/writer.c", content }]).mutants).toEqual([]);
    expect(weave(SYNTAXES.c, [{ path: "src/arena.c", content: "bool f(void) {\n  if (x > 5) return false;\n}" }]).mutants).toEqual([]);
  });

  it("does not touch what does not refuse", () => {
    const content = "int f(void) {\n  if (x > 5) x = 5;\n}";
    expect(weave(SYNTAXES.c, [{ path: "src/reader.c", content }]).mutants).toEqual([]);
  });
});
