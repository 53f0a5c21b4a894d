/** The two generations that `npm test` has exchange messages, and what is written by hand about them. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cross } from "../../src/exchanges/cross.js";
import { readChanges } from "../../src/exchanges/written.js";
import { readSpec } from "../../src/read/read.js";
import type { Spec } from "../../src/ir/model.js";
import { isRoot } from "../../src/vectors/oracle/types.js";

const conformance = (path: string): string => fileURLToPath(new URL(`../../../conformance/${path}`, import.meta.url));
const generation = (name: string): Spec => readSpec(conformance(`specs/evolution/${name}`)).spec!;
const specs = { old: generation("old"), new: generation("new") };
const file = cross(specs, readChanges(conformance("evolution")));
const byHand = file.exchanges.filter(({ origin }) => origin === "prose");

describe("the exchanges of the evolution spec", () => {
  it("are between two generations of one spec", () => {
    expect([file.old.name, file.old.version, file.new.name, file.new.version]).toEqual(["evolution", "1.0.0", "evolution", "2.0.0"]);
    expect(file.old.hash).not.toBe(file.new.hash);
  });

  it("show every message by hand, in both directions", () => {
    const shown = new Set(byHand.map(({ type, from }) => `${from} ${type}`));
    const roots = specs.new.types.filter(isRoot).map(({ id }) => id);
    expect(specs.old.types.filter(isRoot).map(({ id }) => id)).toEqual(roots);
    expect(roots.flatMap((id) => [`old ${id}`, `new ${id}`]).filter((one) => !shown.has(one))).toEqual([]);
  });

  it("show each change in every encoding that has it: no message is only the same in both", () => {
    const same = new Set(specs.new.types.filter(isRoot).map(({ id }) => id));
    for (const { type, value, outcome } of byHand) if ("refuses" in outcome || JSON.stringify(outcome.reads) !== JSON.stringify(value)) same.delete(type);
    expect([...same]).toEqual([]);
  });
});
