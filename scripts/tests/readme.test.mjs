import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { checkCommands, checkExcerpt, codeBlocks } from "../checks/readme.mjs";

test("finds code blocks with what they claim", () => {
  assert.deepEqual(
    codeBlocks("a\n```ts spec\nx\n\ny\n```\n```\npicture\n```\n").map(({ language, claim, line, code }) => [language, claim, line, code]),
    [["ts", "spec", 2, "x\n\ny"], ["", "", 7, "picture"]],
  );
});

test("an excerpt holds if its lines follow each other in one file", () => {
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  try {
    writeFileSync(join(folder, "a.go"), "type A struct {\n\tX uint64\n\tY uint8\n}\n");
    writeFileSync(join(folder, "b.go"), "type B struct {}\n");
    const excerpt = (code) => checkExcerpt({ code, language: "go", line: 1 }, folder);
    assert.deepEqual(excerpt("type A struct {\n  X uint64\n  // …\n}"), []);
    assert.deepEqual(excerpt("Y uint8\nX uint64"), ["line 1: no generated go file holds: X uint64"]);
    assert.deepEqual(excerpt("type A struct {\ntype B struct {}"), ["line 1: no generated go file holds: type B struct {}"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("commands must exist", () => {
  assert.deepEqual(checkCommands({ line: 4, code: "npm start   # sets it up\nnpm run nothing\nmake" }, "."), [
    'line 6: package.json has no script "nothing"',
    "line 7: nothing says how to check the command make",
  ]);
});
