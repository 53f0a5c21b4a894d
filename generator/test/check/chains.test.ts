/** Types in types in types: no walk over a spec may be a chain of calls. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { lower } from "../../src/codec/lower.js";
import type { Spec, TypeDef } from "../../src/ir/model.js";
import { components, selfReaching, walk } from "../../src/ir/walk.js";
import { markRecursionHeads } from "../../src/read/recursion.js";
import { readSpec } from "../../src/read/read.js";
import { random } from "../random.js";
import { compact, int, json, layout, list, ref, spec, struct, union } from "./ir.js";

const LONG = 5000;
const FAULT = (most: number): string => `MW2013 A value of Link0 may hold ${most} structures and unions within each other`;

/** Link0 holds Link1 and so on, in a ring if `last` leads back. */
function chain(length: number, root: typeof compact, last: TypeDef): Spec {
  const links = Array.from({ length: length - 1 }, (_, n) => struct(`Link${n}`, { value: int("u8"), next: ref(`Link${n + 1}`) }, n === 0 ? root : undefined));
  const types = [...links, last];
  markRecursionHeads(new Map(types.map((type) => [type.id, type])));
  return spec(...types.sort((a, b) => (a.id < b.id ? -1 : 1)));
}
const ends = (length: number): TypeDef => struct(`Link${length - 1}`, { value: int("u8") });
const leadsBack = (length: number): TypeDef => struct(`Link${length - 1}`, { next: list(ref("Link0")) });
const faults = (spec: Spec): string[] => check(spec, new Map()).map(({ code, message }) => `${code} ${message.split(":")[0]}`);

describe("a chain of 5,000 types", () => {
  it.each([["Layout", layout], ["Compact", compact], ["Json", json]])("in %s is judged and lowered", (_, root) => {
    const long = chain(LONG, root, ends(LONG));
    expect(faults(long)).toEqual([FAULT(LONG)]);
    const { units, types } = lower(long);
    expect(units.map(({ type }) => type)).toEqual(Array.from({ length: LONG }, (_, n) => `bad.Link${LONG - 1 - n}`));
    expect(types).toHaveLength(LONG);
  });

  it("in a ring is judged and lowered", () => {
    const ring = chain(LONG, compact, leadsBack(LONG));
    expect(faults(ring)).toEqual([FAULT(65 * LONG)]);
    expect(lower(ring).units.every(({ recursive }) => recursive)).toBe(true);
  });

  it("is read from a file", { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "meshwright-chain-"));
    try {
      writeFileSync(join(folder, "meshwright.json"), JSON.stringify({ name: "chain", version: "1.0.0" }));
      const links = Array.from({ length: LONG }, (_, n) => `export interface Link${n} ${n === 0 ? "extends Compact " : ""}{\n  value: u8;\n${n + 1 < LONG ? `  next: Link${n + 1};\n` : ""}}\n`);
      writeFileSync(join(folder, "chain.ts"), `import type { Compact, u8 } from "meshwright/lang";\n${links.join("")}`);
      expect(readSpec(folder).spec?.types).toHaveLength(LONG);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("how deep types may stand in each other", () => {
  it("is 400 in all", () => {
    expect(faults(chain(400, compact, ends(400)))).toEqual([]);
    expect(faults(chain(401, compact, ends(401)))).toEqual([FAULT(401)]);
  });

  it("counts a ring 64 times, and what leads to it once", () => {
    expect(faults(chain(6, compact, leadsBack(6)))).toEqual([]);
    expect(faults(chain(7, compact, leadsBack(7)))).toEqual([FAULT(65 * 7)]);
    const behind = [...chain(6, compact, leadsBack(6)).types.map((type) => ({ ...type, root: undefined }) as TypeDef), struct("A", { b: ref("B") }, compact), struct("B", { c: ref("Link0") })];
    expect(faults(spec(...behind))).toEqual([]);
  });

  it("counts a ring from one counted type to the next", () => {
    const types = [
      union("Link0", [["not", "Not"], ["all", "All"], ["end", null]], { root: compact }),
      struct("Not", { inner: ref("Link0") }),
      struct("All", { inner: list(ref("Link0")) }),
    ];
    markRecursionHeads(new Map(types.map((type) => [type.id, type])));
    expect(faults(spec(...types))).toEqual([]);
  });
});

describe("walks", () => {
  /** Up to eight nodes with edges at random; what leads where. */
  function graph(seed: number): Map<number, number[]> {
    const { below } = random(seed);
    const size = 1 + below(8);
    return new Map(Array.from({ length: size }, (_, node) => [node, Array.from({ length: below(4) }, () => below(size))]));
  }
  const reaches = (edges: Map<number, number[]>, from: number, to: number, seen = new Set<number>()): boolean =>
    edges.get(from)!.some((next) => next === to || (!seen.has(next) && reaches(edges, next, to, seen.add(next))));

  it.each(Array.from({ length: 50 }, (_, seed) => seed))("agree with asking whether each node reaches each other (seed %i)", (seed) => {
    const edges = graph(seed);
    const nodes = [...edges.keys()];
    const leadsTo = (node: number): number[] => edges.get(node)!;
    expect(selfReaching(nodes, leadsTo)).toEqual(new Set(nodes.filter((node) => reaches(edges, node, node))));
    const found = components(nodes, leadsTo);
    expect(found.flat().sort()).toEqual(nodes);
    for (const [at, component] of found.entries())
      for (const node of component) for (const next of leadsTo(node)) expect(found.findIndex((other) => other.includes(next))).toBeLessThanOrEqual(at);
    for (const component of found) for (const a of component) for (const b of component) expect(a === b || reaches(edges, a, b)).toBe(true);
    const left: number[] = [];
    walk(nodes, leadsTo, { leave: (node) => left.push(node) });
    expect([...left].sort()).toEqual(nodes);
    for (const [at, node] of left.entries()) for (const next of leadsTo(node)) expect(left.indexOf(next) <= at || reaches(edges, next, node)).toBe(true);
  });
});
