/** The walk on a spec that uses every word of the language: its vectors come from the oracle, which shares no code with it. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/src/codec/lower.js";
import { describe as describeSpec } from "../../../generator/src/inspector/describe.js";
import { readSpec } from "../../../generator/src/read/read.js";
import { wordsVectors } from "../../../generator/test/vectors/words.js";
import { equal } from "../layout/equal.js";
import { layOut } from "../layout/layout.js";
import { SpecIndex } from "../layout/spec.js";
import { bytesOf, nothingAfter, vectorsByType } from "./vectors.js";

const words = readSpec(fileURLToPath(new URL("../../specs/words", import.meta.url))).spec!;
const index = new SpecIndex(describeSpec(lower(words)));

describe.each(vectorsByType(wordsVectors()))("%s", (type, vectors) => {
  it("lays out its valid vectors", () => {
    for (const vector of vectors) {
      if (vector.verdict !== "valid" || vector.value === undefined) continue;
      const { value, pieces } = layOut(index, type, bytesOf(vector));
      if (value === undefined || !equal(value, vector.value)) expect(value, vector.name).toEqual(vector.value);
      expect(pieces.reduce((sum, { start, end }) => sum + end - start, 0), vector.name).toBe(bytesOf(vector).length);
    }
  });

  it("stops at every refusal", () => {
    for (const vector of vectors) {
      if (vector.verdict === "valid") continue;
      const offset = vector.verdict.offset ?? 0;
      expect(nothingAfter(layOut(index, type, bytesOf(vector), offset).pieces, offset), vector.name).toBe(true);
    }
  });
});
