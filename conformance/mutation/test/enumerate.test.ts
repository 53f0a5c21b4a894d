import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { edited } from "../src/mutants/mutant.js";
import { mutantsOf, OPERATORS } from "../src/mutants/enumerate.js";
import { nextFloat } from "../src/mutants/spec/numbers.js";
import { words } from "./words.js";

const { model } = words();
const mutants = mutantsOf(model);

describe("mutants of the spec that uses every word", () => {
  it("have each a name of their own", () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });

  it("come from every operator", () => {
    expect(new Set(mutants.map(({ operator }) => operator))).toEqual(new Set(OPERATORS));
  });

  it("change what they edit", () => {
    for (const { level, type, family, edits, id } of mutants) {
      const subject = level === "spec" ? model.spec.types.find((one) => one.id === type)! : model.units.find((unit) => unit.type === type && unit.family === family)!;
      expect(edited(subject, edits), id).not.toEqual(subject);
    }
  });

  it("leave the original as it was", () => {
    const before = JSON.stringify(model.spec.types);
    for (const { level, type, edits } of mutants) if (level === "spec") edited(model.spec.types.find((one) => one.id === type)!, edits);
    expect(JSON.stringify(model.spec.types)).toBe(before);
  });

  it.each([
    "fixed scalars.Everything narrow: bound min 3 → 2",
    "fixed scalars.Everything bigA: endianness be → le",
    "fixed scalars.Everything a, b: order swapped",
    "fixed layouts.Frames short prefix: width u8 → u16",
    "compact compacts.Tiny: max size 24 → 25",
    "compact compacts.Tree: depth counted → not counted",
    "fixed layouts.Fruit pear: number 2 → 3",
    "json documents.Document renamed: json name type → typx",
    "fixed layouts.Frames texts: size bound max 5 → 6",
  ])("hold %s", (id) => {
    expect(mutants.map((mutant) => mutant.id)).toContain(id);
  });
});

describe("the next float", () => {
  it.each([
    [1, 64, 1, 1.0000000000000002],
    [1, 64, -1, 0.9999999999999999],
    [-2, 32, -1, -2.000000238418579],
    [0, 32, -1, -(2 ** -149)],
  ] as const)("to %s in %s bits, step %s, is %s", (value, bits, step, next) => {
    expect(nextFloat(value, bits, step)).toBe(next);
  });
});

describe("the list of equivalent mutants", () => {
  it("names models by ids that there are", () => {
    const list = JSON.parse(readFileSync(new URL("../equivalent/words/models.json", import.meta.url), "utf8")) as { mutants: string }[];
    const named = list.filter(({ mutants: name }) => !name.includes("*")).map((entry) => entry.mutants);
    expect(mutants.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  });
});
