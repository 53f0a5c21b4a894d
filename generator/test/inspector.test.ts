import { describe as suite, expect, it } from "vitest";
import { lower } from "../src/codec/lower.js";
import { describe, describeForInspector } from "../src/inspector/describe.js";
import { readSpec } from "../src/read/read.js";
import { fileURLToPath } from "node:url";

const { spec } = readSpec(fileURLToPath(new URL("../../conformance/specs/words", import.meta.url)));
const model = lower(spec!);

suite("the inspector's description", () => {
  it("is one file, and the same each time", () => {
    const [file, ...others] = describeForInspector(model);
    expect(others).toEqual([]);
    expect(file?.path).toBe("description.json");
    expect(describeForInspector(model)).toEqual([file]);
    expect(JSON.parse(file!.content)).toEqual(JSON.parse(JSON.stringify(describe(model))));
  });

  it("says what made it, and holds every message and unit", () => {
    const description = describe(model);
    expect(description["//"]).toContain("DO NOT EDIT");
    expect(description.hash).toBe(model.spec.hash);
    expect(description.roots).toEqual(model.roots);
    expect(description.units.map(({ type, family }) => `${family} ${type}`)).toEqual(model.units.map(({ type, family }) => `${family} ${type}`));
  });

  it("knows no place in the spec, so that a line that moves changes nothing", () => {
    expect(JSON.stringify(describe(model))).not.toContain('"source"');
  });
});
