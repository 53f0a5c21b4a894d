import { describe, expect, it } from "vitest";
import { Choice, type Wanted } from "../src/cli/choice.js";
import { sampleOf } from "../src/cli/sample.js";
import { Equivalents, type Equivalent } from "../src/equivalent.js";
import type { Finding } from "../src/findings.js";
import { countOf } from "../src/report/counts.js";
import { page } from "../src/report/page.js";

const finding = (id: string, outcome: Finding["outcome"], more: Partial<Finding> = {}): Finding => ({ language: "go", kind: "model", operator: "bound", id, side: "decode", outcome, by: "a vector", ...more });
const entry = (mutants: string, more: Partial<Equivalent> = {}): Equivalent => ({ kind: "model", mutants, reason: "because", ...more });

describe("the list of equivalent mutants", () => {
  it("explains the survivors that it names", () => {
    const list = Equivalents.of([entry("a*", { side: "decode" })]);
    expect(list.entryFor(finding("ab", "survived"))?.reason).toBe("because");
    expect(list.entryFor(finding("ab", "survived", { side: "encode" }))).toBeUndefined();
    expect(list.entryFor(finding("ab", "survived", { kind: "code" }))).toBeUndefined();
  });

  it("is wrong about what is killed", () => {
    expect(Equivalents.of([entry("a*")]).wrong([finding("a1", "survived"), finding("a2", "killed")], false)).toHaveLength(1);
  });

  it("is wrong about what there is not, if all was tried", () => {
    const list = Equivalents.of([entry("z")]);
    expect(list.wrong([finding("a", "killed")], false)).toEqual([]);
    expect(list.wrong([finding("a", "killed")], true)).toHaveLength(1);
  });
});

describe("counts", () => {
  const counts = countOf([finding("a", "killed"), finding("b", "survived"), finding("c", "survived"), finding("d", "stillborn", { operator: "width" })], Equivalents.of([entry("b")]));

  it("tell equivalent mutants from survivors", () => {
    expect(counts).toEqual({ bound: { killed: 1, equivalent: 1, unreachable: 0, stillborn: 0, survived: 1 }, width: { killed: 0, equivalent: 0, unreachable: 0, stillborn: 1, survived: 0 } });
  });

  it("tell what vectors cannot reach from what is the same", () => {
    expect(countOf([finding("b", "survived")], Equivalents.of([entry("b", { unreachable: true })])).bound).toMatchObject({ equivalent: 0, unreachable: 1 });
  });

  it("make the page, with the reasons", () => {
    const text = page([{ spec: "words", hash: "abc", language: "go", kind: "model", commit: "0123456789ab", operators: counts }], () => [entry("b")]);
    expect(text).toContain("| bound | 1, 1 equivalent, 1 survived |");
    expect(text).toContain("- because\n  - `b`");
    expect(text).toContain("All mutants were tried: go (at `0123456789ab`). Not run: rust, typescript, python, c.");
  });

  it("say on the page when only some were tried", () => {
    const text = page([{ spec: "own", hash: "abc", language: "go", kind: "model", commit: "0123456789ab", sampled: { from: 3000, seed: "7" }, operators: counts }], () => []);
    expect(text).toContain("Of go's 3000 mutants, only some were tried, drawn by lot (seed 7, at `0123456789ab`).");
    expect(text).not.toContain("All mutants were tried");
  });
});

describe("what is tried after an earlier run", () => {
  const last = new Map([["a", [finding("a", "killed"), finding("a", "survived", { side: "encode" })]], ["b", [finding("b", "killed")]], ["c", [finding("c", "stillborn")]]]);
  const mutants = ["a", "b", "c", "d"].map((id) => ({ id, operator: "bound" }));
  const choice = (more: Partial<Wanted>): Choice => new Choice({ operators: [], only: [], sample: null, seed: "1", reuse: "nothing", ...more }, last);
  const tried = (one: Choice, all = mutants): string[] => one.of(all).map(({ id }) => id);

  it("is everything, if nothing else is said", () => {
    const all = choice({});
    expect(tried(all)).toEqual(["a", "b", "c", "d"]);
    expect(all.reused).toEqual([]);
    expect(all.from).toBe(4);
  });

  it("is what was not killed and what is new, when it continues", () => {
    const rest = choice({ reuse: "kills" });
    expect(tried(rest)).toEqual(["a", "d"]);
    expect(rest.reused.map(({ id }) => id)).toEqual(["b", "c"]);
  });

  it("is nothing when it only counts again, and that needs every outcome", () => {
    const none = choice({ reuse: "everything" });
    expect(tried(none, mutants.slice(0, 3))).toEqual([]);
    expect(none.reused).toHaveLength(4);
    expect(() => tried(choice({ reuse: "everything" }))).toThrow("--continue");
  });
});

describe("a sample", () => {
  const all = Array.from({ length: 50 }, (_, index) => ({ id: `mutant ${index}` }));

  it("is the same for the same seed, in order, and another for another", () => {
    expect(sampleOf(all, 5, "1")).toEqual(sampleOf(all, 5, "1"));
    expect(sampleOf(all, 5, "1")).not.toEqual(sampleOf(all, 5, "2"));
    const chosen = sampleOf(all, 20, "1");
    expect(chosen).toEqual(all.filter((one) => chosen.includes(one)));
  });

  it("is everything when there is no more", () => {
    expect(sampleOf(all, null, "1")).toEqual(all);
    expect(sampleOf(all, 50, "1")).toEqual(all);
  });
});
