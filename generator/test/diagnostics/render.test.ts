import { describe, expect, it } from "vitest";
import { diagnostic } from "../../src/diagnostics/diagnostic.js";
import { renderDiagnostics } from "../../src/diagnostics/render.js";

const at = (file: string, line: number, column: number) => ({ file, line, column });
const late = diagnostic("MW2007", at("b.ts", 1, 8), "Header takes 4 bytes.", "Write Packed<4>.");
const early = diagnostic("MW2011", at("a.ts", 2, 3), "The size is 0.", "Give one.");
const sources = (file: string): string | undefined => (file === "a.ts" ? "interface A {\r\n\thash: Bytes<0>;\r\n}" : undefined);

describe("a list of diagnostics", () => {
  it("is sorted by place, whatever the order in which the faults were found", () => {
    const text = "a.ts:2:3: error MW2011: The size is 0.\n  help: Give one.\nb.ts:1:8: error MW2007: Header takes 4 bytes.\n  help: Write Packed<4>.\n";
    expect(renderDiagnostics([late, early], { color: false })).toBe(text);
    expect(renderDiagnostics([early, late], { color: false })).toBe(text);
  });

  it("shows the line and a caret where the source is at hand", () => {
    expect(renderDiagnostics([early, late], { color: false, sources })).toBe(
      "a.ts:2:3: error MW2011: The size is 0.\n  2 | \thash: Bytes<0>;\n    | \t ^\n  help: Give one.\n\nb.ts:1:8: error MW2007: Header takes 4 bytes.\n  help: Write Packed<4>.\n",
    );
  });

  it("uses colours only when asked", () => {
    expect(renderDiagnostics([early], { color: true })).toContain("\u001b[31merror MW2011\u001b[39m");
  });

  it("is nothing for no faults", () => {
    expect(renderDiagnostics([], { color: true, sources })).toBe("");
  });
});
