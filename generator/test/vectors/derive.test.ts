/** Derived vectors of this project's spec and of the one that uses every word once. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSpec } from "../../src/read/read.js";
import type { Vector } from "../../src/vectors/index.js";
import { vectors } from "../../src/vectors/index.js";
import { Coverage } from "./coverage.js";
import { possibleKinds } from "./kinds.js";
import { faultsOf, vectorsOf } from "./selfcheck.js";

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

describe.each(["spec", "conformance/specs/words"])("of %s", (path) => {
  const spec = readSpec(folder(path)).spec!;
  const all = vectorsOf(spec);

  it("say of each input what the oracle says, and bring each value back", () => {
    expect([...all].flatMap(([id, list]) => faultsOf(spec, id, list))).toEqual([]);
  });

  it("touch every field, case, member and bit", () => {
    const missing = [...all].flatMap(([id, list]) => {
      const coverage = new Coverage(spec, id);
      for (const { value, verdict } of list) if (value !== undefined && verdict === "valid") coverage.value(value);
      return coverage.missing.map((part) => `${id}: ${part}`);
    });
    expect(missing).toEqual([]);
  });

  it("give every refusal that a type can give", () => {
    const missing = [...all].flatMap(([id, list]) => {
      const given = new Set(list.map(({ verdict }) => (verdict === "valid" ? "valid" : verdict.kind)));
      return [...possibleKinds(spec, id)].filter((kind) => !given.has(kind)).map((kind) => `${id}: ${kind}`);
    });
    expect(missing).toEqual([]);
  });

  it("cut the full message at every byte; a long one in many places", () => {
    for (const [id, list] of all) {
      const [first] = list as [Vector];
      const length = first.bytes!.length / 2;
      const cuts = new Set(list.filter(({ bytes, direction }) => !direction && first.bytes!.startsWith(bytes!)).map(({ bytes }) => bytes!.length / 2));
      expect(cuts.size, id).toBeGreaterThanOrEqual(length <= 256 ? length : 100);
    }
  });
});

// Those of this project's spec are held against the ones that are kept, by a step of its own.
it("are the same every time", () => {
  const made = () => [...vectors(readSpec(folder("conformance/specs/words")).spec!)];
  expect(made()).toEqual(made());
}, 120_000);
