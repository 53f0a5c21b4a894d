import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogueFiles } from "../src/catalogue/catalogue.js";
import { lower } from "../src/codec/lower.js";
import { readSpec } from "../src/read/read.js";
import { fixedBytes, int, json, packed, prefix, layout, spec, struct, text } from "./check/ir.js";

const page = (model: Parameters<typeof lower>[0]): string => catalogueFiles(lower(model))[0]!.content;

describe.each(["../../spec", "../../conformance/specs/words"])("the page of %s", (folder) => {
  const model = readSpec(fileURLToPath(new URL(folder, import.meta.url))).spec!;
  const html = page(model);
  const ids = new Set([...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id));

  it("has a place for every type that has bytes", () => {
    expect([...ids].sort()).toEqual(lower(model).spec.types.map(({ id }) => id).sort());
  });

  it("leads nowhere that is not there", () => {
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, target).toContain(target);
  });

  it("fills each row of a diagram but the last", () => {
    for (const [, diagram] of html.matchAll(/<div class="bytes"[^]*?<b>7<\/b>([^]*?)<\/div>/g)) {
      const rows = diagram!.split("<i>").slice(1).map((row) => [...row.matchAll(/span (\d)/g)].reduce((sum, [, span]) => sum + Number(span), 0));
      expect(rows.slice(0, -1).every((width) => width === 8), diagram).toBe(true);
      expect(rows.at(-1)).toBeLessThanOrEqual(8);
    }
  });
});

it("draws what has a fixed size in rows of eight bytes, and other messages as a strip", () => {
  const html = page(spec(struct("Key", { kind: int("u16"), key: fixedBytes(22) }, packed(24)), struct("Note", { name: text(prefix("u8")), at: int("u64") }, layout)));
  expect(html).toContain('<i>0</i><span class="" style="grid-column:span 2" title="u16 LE">kind</span><span class="" style="grid-column:span 6" title="22 bytes">key (22 bytes)</span>');
  expect(html).toContain('<i>8</i><span class="" style="grid-column:span 8" title="22 bytes"></span>');
  expect(html).toContain('<span class="" style="flex-grow:1" title="u8: length">length<small>1</small></span>\n<span class="varies" style="flex-grow:4" title="UTF-8">name<small>…</small></span>');
});

it("shows words of authors as text", () => {
  const note = { ...struct("Note", { a: int("u8") }, json), doc: { text: "If `a < b` & <script>alert(1)</script>, see Other." } };
  const html = page(spec(note, struct("Other", { a: int("u8") }, json)));
  expect(html).toContain('<p>If <code>a &lt; b</code> &amp; &lt;script&gt;alert(1)&lt;/script&gt;, see <a href="#bad.Other">Other</a>.</p>');
  expect(html).not.toContain("<script");
});
