/** Derived vectors of this project's spec, as they are kept, and of the one that uses every word once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Spec } from "../../src/ir/model.js";
import { readSpec } from "../../src/read/read.js";
import { parseVectors } from "../../src/vectors/format.js";
import type { Vector } from "../../src/vectors/index.js";
import { fileOf, vectors } from "../../src/vectors/index.js";
import { Oracle } from "../../src/vectors/oracle/index.js";
import { isRoot } from "../../src/vectors/oracle/types.js";
import { Coverage } from "./coverage.js";
import { possibleKinds } from "./kinds.js";
import { faultsOf } from "./selfcheck.js";
import { wordsVectors } from "./words.js";

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const own = readSpec(folder("spec")).spec!;
const words = readSpec(folder("conformance/specs/words")).spec!;

/** That those of this project are what is derived today is a step of `npm test`. */
function kept(spec: Spec, where: string): Map<string, Vector[]> {
  const files = spec.types.filter(isRoot).map((type) => [type.id, join(where, fileOf(type))] as const);
  return new Map(files.map(([id, file]) => [id, parseVectors(readFileSync(file, "utf8"), file).filter(({ origin }) => origin === "derived")]));
}

describe.each([
  ["this project", own, kept(own, folder("conformance/vectors"))],
  ["a spec with every word", words, kept(words, wordsVectors())],
])("of %s", (_, spec, all) => {

  it("say of each input what the oracle says, and bring each value back", () => {
    const oracle = new Oracle(spec);
    expect([...all].flatMap(([id, list]) => faultsOf(oracle, id, list))).toEqual([]);
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
  const made = () => [...vectors(readSpec(folder("examples/weather/spec")).spec!)];
  expect(made()).toEqual(made());
});
