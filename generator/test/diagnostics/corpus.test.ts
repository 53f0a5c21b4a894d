/**
 * Each folder of the corpus is a small bad spec beside the text that it must give. `MESHWRIGHT_UPDATE=1` writes the texts anew, to be read before they
 * are committed. `supports.json`, where it is there, stands for the back ends: the features that each language supports.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Feature, Language } from "../../src/backends/backend.js";
import { check, type Supports } from "../../src/check/check.js";
import { CODES } from "../../src/diagnostics/codes.js";
import { sortDiagnostics, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { renderDiagnostics } from "../../src/diagnostics/render.js";
import { openProject } from "../../src/read/project.js";
import { readSpec } from "../../src/read/read.js";
import { diagnosticsPage, type Example } from "./page.js";

const corpus = fileURLToPath(new URL("./corpus", import.meta.url));
const entries = readdirSync(corpus).sort();
/** One compiler for all of them, since starting one takes most of the time. */
const project = openProject(corpus);

function diagnose(folder: string): Diagnostic[] {
  const { spec, sound, diagnostics } = readSpec(folder, project);
  const readable = spec ?? sound;
  return sortDiagnostics([...diagnostics, ...(readable ? check(readable, supportsOf(folder)) : [])]);
}

function supportsOf(folder: string): Supports {
  const path = join(folder, "supports.json");
  if (!existsSync(path)) return new Map();
  const languages = JSON.parse(readFileSync(path, "utf8")) as Partial<Record<Language, Feature[]>>;
  return new Map(Object.entries(languages).map(([language, features]) => [language as Language, new Set(features)]));
}

describe("the corpus of bad specs", () => {
  it.each(entries)("%s", (entry) => {
    const folder = join(corpus, entry);
    const found = diagnose(folder);
    const path = join(folder, "expected.txt");
    const text = renderDiagnostics(found, { color: false }).replaceAll(`${corpus}/`, "");
    if (process.env["MESHWRIGHT_UPDATE"]) writeFileSync(path, text);
    expect([...new Set(found.map(({ code }) => code))], "a bad spec shows one fault").toEqual([entry.slice(0, 6)]);
    expect(text).toBe(readFileSync(path, "utf8"));
  });

  it("has an entry for every code", () => {
    const shown = new Set(entries.map((entry) => entry.slice(0, 6)));
    expect(Object.keys(CODES).filter((code) => !shown.has(code))).toEqual([]);
  });

  it("is what docs/diagnostics.md shows", () => {
    const path = fileURLToPath(new URL("../../../docs/diagnostics.md", import.meta.url));
    const page = diagnosticsPage(CODES, firstExample);
    if (process.env["MESHWRIGHT_UPDATE"]) writeFileSync(path, page);
    expect(readFileSync(path, "utf8")).toBe(page);
  });
});

function firstExample(code: string): Example {
  const folder = join(corpus, entries.find((entry) => entry.startsWith(code))!);
  const [spec] = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const report = readFileSync(join(folder, "expected.txt"), "utf8");
  return { source: spec === undefined || report.startsWith("meshwright.json") ? "" : readFileSync(join(folder, spec), "utf8"), report };
}
