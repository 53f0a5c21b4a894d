import { expect, it } from "vitest";
import { deprecation, docLines, escapeDoc } from "../../../src/backends/rust/docs.js";

it("escapes what rustdoc would take for links and tags, but not code", () => {
  expect(escapeDoc("[a] and <b>, but `[c] <d>`")).toBe("\\[a\\] and \\<b\\>, but `[c] <d>`");
  expect(escapeDoc("an odd ` backtick")).toBe("an odd \\` backtick");
  expect(escapeDoc("see https://example.com/x?y for more")).toBe("see <https://example.com/x?y> for more");
});

it("lets no example be compiled", () => {
  expect(escapeDoc("a\n\n    indented();\n\n```\ncode [x]\n```\n```rust\nx\n```\n```ts\ny\n```")).toBe("a\n\nindented();\n\n```text\ncode [x]\n```\n```text\nx\n```\n```ts\ny\n```");
  expect(escapeDoc("```\nnever closed")).toBe("```text\nnever closed\n```");
});

it("wraps long lines, but not lists", () => {
  const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
  expect(escapeDoc(words).split("\n").every((line) => line.length <= 92)).toBe(true);
  expect(escapeDoc(`- ${words}`).split("\n")).toHaveLength(1);
});

it("adds what the generator knows", () => {
  expect(docLines({ text: "A.", since: "1.2" }, "At most 3 bytes.")).toEqual(["A.", "", "At most 3 bytes.", "", "Since 1.2."]);
  expect(docLines({ text: "" })).toEqual([]);
  expect(deprecation({ text: "", deprecated: 'say "no"' })).toEqual(['#[deprecated(note = "say \\"no\\"")]']);
  expect(deprecation({ text: "", deprecated: "" })).toEqual(["#[deprecated]"]);
});
