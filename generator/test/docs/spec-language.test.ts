/**
 * Runs the pages in docs/ that show specs. Of spec-language.md, the `ts` blocks are one spec, and each line of its `text` blocks is a value and its bytes, or bytes and their refusal.
 * `MESHWRIGHT_UPDATE=1` writes the right-hand sides anew, to be read before they are committed.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { renderDiagnostics } from "../../src/diagnostics/render.js";
import type { Spec } from "../../src/ir/model.js";
import { readSpec } from "../../src/read/read.js";
import { Oracle, type Neutral } from "../../src/vectors/oracle/index.js";

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));
const path = join(docs, "spec-language.md");
const page = readFileSync(path, "utf8");
const words = vocabulary();

const EXAMPLE = /^(\w+) (.+?) {2}([→✗])(?: (.*))?$/;
const examples = blocks("text").flatMap((block) => block.trimEnd().split("\n"));

const folder = mkdtempSync(join(tmpdir(), "meshwright-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));
const spec = readBlocks(page);
const oracle = new Oracle(spec);

/** The code in one language on a page. It may be indented, as in a list. */
function blocks(language: string, text = page): string[] {
  return [...text.matchAll(new RegExp(`^ *\`\`\`${language}\\n(.*?)^ *\`\`\`$`, "gms"))].map((match) => match[1]!);
}

/** The spec that a page's `ts` blocks make; throws an error with all that is wrong with it. */
function readBlocks(text: string): Spec {
  const code = blocks("ts", text).join("\n").replace(/^ *import .*$/gm, "");
  const used = words.filter((word) => new RegExp(`\\b${word}\\b`).test(code) && !new RegExp(`(interface|type) ${word}\\b`).test(code));
  writeFileSync(join(folder, "meshwright.json"), blocks("json")[0]!);
  writeFileSync(join(folder, "page.ts"), `import type { ${used.join(", ")} } from "meshwright/lang";\n${code}`);
  const read = readSpec(folder);
  const faults = read.spec ? check(read.spec, new Map()) : read.diagnostics;
  if (faults.length > 0) throw new Error(renderDiagnostics(faults, { color: false }));
  return read.spec!;
}

/** The names that `spec/lang` exports, without those that only describe its own arguments. */
function vocabulary(): string[] {
  const lang = fileURLToPath(new URL("../../../spec/lang/", import.meta.url));
  const own = new Set(["Word", "Type", "Unsigned", "Signed", "Integer", "TimeUnit", "Bounded", "DefaultTag"]);
  return readdirSync(lang)
    .flatMap((file) => [...readFileSync(join(lang, file), "utf8").matchAll(/^export (?:declare abstract )?(?:type|interface|class) (\w+)/gm)].map((match) => match[1]!))
    .filter((name) => !own.has(name));
}

/** The right-hand side of a line, as it must be. */
function answer(line: string): string {
  const [, type, left, arrow] = EXAMPLE.exec(line)!;
  const def = spec.types.find((one) => one.name === type)!;
  if (arrow === "✗") {
    const { refusal } = oracle.decode(def.id, Buffer.from(left!.replaceAll(" ", ""), "hex"));
    return refusal ? `${refusal.kind} at ${refusal.offset}, path "${refusal.path}"` : "accepted";
  }
  const value = JSON.parse(left!) as Neutral;
  const { bytes, refusal } = oracle.encode(def.id, value);
  if (!bytes) return JSON.stringify(refusal);
  expect(oracle.decode(def.id, bytes).value, line).toEqual(value);
  const isJson = "root" in def && def.root?.encoding === "json";
  return isJson ? Buffer.from(bytes).toString("utf8") : Buffer.from(bytes).toString("hex").replace(/..(?=.)/g, "$& ");
}

if (process.env["MESHWRIGHT_UPDATE"]) {
  const lines = page.split("\n").map((line) => (examples.includes(line) ? `${/^.*?  [→✗]/.exec(line)![0]} ${answer(line)}` : line));
  writeFileSync(path, lines.join("\n"));
}

describe("docs/spec-language.md", () => {
  it.each(examples)("%s", (line) => {
    if (!process.env["MESHWRIGHT_UPDATE"]) expect(EXAMPLE.exec(line)?.[4]).toBe(answer(line));
  });

  it("shows every word, or leaves it to api-language.md", () => {
    const all = page + readFileSync(join(docs, "api-language.md"), "utf8");
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(all))).toEqual([]);
  });
});

it("the type in docs/adding-a-type.md is sound", () => {
  const { types } = readBlocks(readFileSync(join(docs, "adding-a-type.md"), "utf8"));
  expect(types.map(({ name }) => name)).toEqual(["SyncLeave"]);
});
