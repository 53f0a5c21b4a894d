/**
 * What the checks let pass has unambiguous bytes: specs made up at random, and of those that pass, values that must come back as they were. The checks know
 * nothing of the oracle, which encodes and decodes here.
 */
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { Oracle } from "../../src/vectors/oracle/index.js";
import { random } from "../random.js";
import { randomSpec, randomValue, TooDeep } from "./random-spec.js";

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 7);
/** What an encoder may rightly refuse: an optional after an absent one, windows beyond their limits, and values that nest too deep. */
const FINE = new Set(["missing_field", "out_of_range", "too_long", "too_deep"]);

/** Without prototypes that differ. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

it(`values come back from specs that pass (seed ${SEED})`, () => {
  const choices = random(SEED);
  let passed = 0;
  let returned = 0;
  for (let i = 0; i < 3000; i++) {
    const spec = randomSpec(choices);
    if (check(spec, new Map()).length > 0) continue;
    passed++;
    const oracle = new Oracle(spec);
    for (const type of spec.types) {
      if (!("root" in type) || !type.root) continue;
      for (let j = 0; j < 8; j++) {
        let value;
        try {
          value = randomValue(spec, type.id, choices);
        } catch (error) {
          if (error instanceof TooDeep) continue;
          throw error;
        }
        const shown = (): string => `${JSON.stringify(value)} of ${type.id} in ${JSON.stringify(spec.types, null, 1)}`;
        const { bytes, refusal } = oracle.encode(type.id, value);
        if (!bytes) {
          expect(FINE, `${JSON.stringify(refusal)} for ${shown()}`).toContain(refusal?.kind);
          continue;
        }
        const back = oracle.decode(type.id, bytes);
        if (!isDeepStrictEqual(plain(back.value), plain(value))) expect.fail(`${Buffer.from(bytes).toString("hex")} came back as ${JSON.stringify(back)} for ${shown()}`);
        returned++;
      }
    }
  }
  expect(passed).toBeGreaterThan(300);
  expect(returned).toBeGreaterThan(1500);
});
