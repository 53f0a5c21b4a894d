import { describe, expect, it } from "vitest";
import { mutantsOf } from "../src/mutants/enumerate.js";
import { batches } from "../src/universe/batches.js";
import { composite } from "../src/universe/composite.js";
import { Reach } from "../src/universe/reach.js";
import { words } from "./words.js";

const { model } = words();
const reach = new Reach(model);
const mutants = mutantsOf(model);
const named = (id: string) => mutants.find((mutant) => mutant.id === id)!;

describe("a composite", () => {
  const inPin = { mutant: named("fixed layouts.Fruit pear: number 2 → 3"), root: "layouts.Pin" };
  const inTree = { mutant: named("compact compacts.Tree: depth counted → not counted"), root: "compacts.Tree" };
  const { model: made, planted } = composite(model.spec, reach, [inPin, inTree]);

  it("holds the mutated messages beside the original ones", () => {
    expect(planted.map(({ type }) => type)).toEqual(["mutant0.layouts.PinMutant0", "mutant1.compacts.TreeMutant1"]);
    const roots = made.roots.map(({ type }) => type);
    expect(roots).toEqual(expect.arrayContaining(["layouts.Pin", "compacts.Tree", ...planted.map(({ type }) => type)]));
  });

  it("copies the types between the message and the change, and shares the rest", () => {
    const copied = made.spec.types.filter(({ module }) => module.startsWith("mutant")).map(({ id }) => id);
    expect(copied.filter((id) => id.startsWith("mutant0"))).toEqual(["mutant0.layouts.FruitMutant0", "mutant0.layouts.PinMutant0"]);
    expect(copied).not.toContain("mutant1.layouts.FruitMutant1");
  });

  it("changes the copy and nothing else", () => {
    const values = (id: string) => made.units.flatMap((unit) => (unit.kind === "enum" && unit.type === id ? [unit.members.map(({ value }) => value)] : []))[0];
    expect(values("mutant0.layouts.FruitMutant0")).toEqual([1, 3, 200]);
    expect(values("layouts.Fruit")).toEqual([1, 2, 200]);
  });

  it("gives a changed pattern a number of its own", () => {
    const other = mutants.find(({ id }) => id.startsWith("fixed layouts.Frames name, names.element: pattern state 0"))!;
    const { model: one } = composite(model.spec, reach, [{ mutant: other, root: "layouts.Frames" }]);
    expect(one.patterns).toHaveLength(model.patterns.length + 1);
  });
});

describe("reach", () => {
  it("finds the messages that hold a unit, in its own encoding", () => {
    expect(reach.rootsOf("layouts.Note", "compact")[0]).toBe("layouts.Note");
    expect(reach.rootsOf("layouts.Note", "json")).toEqual([]);
    expect(reach.rootsOf("scalars.Shared", "fixed")).toEqual(["scalars.Everything"]);
  });
});

describe("batches", () => {
  it("hold every seed once, in order, and no more than there is room for", () => {
    const seeds = mutants.slice(0, 100).map((mutant) => ({ mutant, root: reach.rootsOf(mutant.type, mutant.family)[0]! }));
    const cut = batches(seeds, reach, 500);
    expect(cut.flat()).toEqual(seeds);
    expect(cut.length).toBeGreaterThan(1);
  });
});
