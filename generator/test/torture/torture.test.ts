/** The spec that `npm test` takes through all five languages: what of it is made is up to date, and none of it is refused. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { readSpec } from "../../src/read/read.js";
import { typesModule, wordsModule } from "./spec.js";

const folder = fileURLToPath(new URL("../../../conformance/specs/torture", import.meta.url));

it("has every reserved word of every language wherever a spec names something", async () => {
  await expect(wordsModule()).toMatchFileSnapshot(`${folder}/generated/words.ts`);
  await expect(typesModule()).toMatchFileSnapshot(`${folder}/generated/types.ts`);
});

it("is a good spec", () => {
  const { spec, diagnostics } = readSpec(folder);
  expect(diagnostics).toEqual([]);
  expect(check(spec!, new Map())).toEqual([]);
});
