/** Vectors of structures so wide that not every field is worth its own. */
import { describe, expect, it } from "vitest";
import { sampled, sampledByKind } from "../../src/vectors/derive/sample.js";
import { Oracle } from "../../src/vectors/oracle/index.js";
import { bool, compact, float, int, json, layout, prefix, spec, struct, text } from "../check/ir.js";
import { faultsOf, vectorsOf } from "./selfcheck.js";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe("a sample", () => {
  it("is everything as long as that is little", () => {
    for (const count of [0, 1, 2, 24]) expect(sampled(numbers(count))).toEqual(numbers(count));
  });

  it("has both ends and even distances, in order", () => {
    expect(sampled(numbers(25))).toEqual([0, 12, 24]);
    expect(sampled(numbers(301))).toEqual([0, 150, 300]);
  });

  it("is drawn from each kind by itself, whole places at a time", () => {
    const items = numbers(60).flatMap((place) => [`rare ${place % 3}`, `frequent ${place}`, `frequent ${place}`]);
    const chosen = sampledByKind(items, (item) => item.split(" ")[0]!, (item) => item);
    expect(new Set(chosen)).toEqual(new Set(["rare 0", "rare 1", "rare 2", "frequent 0", "frequent 30", "frequent 59"]));
    expect(chosen.filter((item) => item.startsWith("frequent"))).toHaveLength(6);
  });
});

describe.each([
  ["Layout", layout],
  ["Compact", compact],
  ["Json", json],
])("a %s structure of 300 fields", (_, root) => {
  const kinds = [int("u16"), bool, text(prefix("u8")), float(64)];
  const fields = Object.fromEntries(numbers(300).map((index) => [`f${index}`, kinds[index % kinds.length]!]));
  const wide = spec(struct("Wide", fields, root));
  const [[id, vectors]] = [...vectorsOf(wide)] as [[string, Parameters<typeof faultsOf>[2]]];

  it("is held against the oracle in a few megabytes", () => {
    expect(faultsOf(new Oracle(wide), id, vectors)).toEqual([]);
    expect(JSON.stringify(vectors).length).toBeLessThan(12e6);
  });

  it("has its first and last field of each kind varied and cut short", () => {
    for (const index of [...numbers(4), ...numbers(4).map((kind) => 296 + kind)]) expect(vectors.filter(({ name }) => name.startsWith(`f${index} `)).length, `f${index}`).toBeGreaterThan(0);
    const [full] = vectors as [(typeof vectors)[number]];
    expect(vectors.filter(({ name }) => name.startsWith("truncated at ")).length).toBeGreaterThan(100);
    expect(full.verdict).toBe("valid");
  });
});
