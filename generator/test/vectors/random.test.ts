/** Deriving works for specs that nobody thought of: made up at random, as far as they pass the checks. */
import { expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import type { Spec } from "../../src/ir/model.js";
import { Heights } from "../../src/vectors/derive/values/heights.js";
import { Oracle } from "../../src/vectors/oracle/index.js";
import { Types } from "../../src/vectors/oracle/types.js";
import { randomSpec } from "../check/random-spec.js";
import { random } from "../random.js";
import { faultsOf, vectorsOf } from "./selfcheck.js";

/** Of some types every value would be endless. */
function isFinite(spec: Spec): boolean {
  const heights = new Heights(new Types(spec));
  return spec.types.every(({ id }) => heights.isFinite(id));
}

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 11);

it(`vectors of random specs agree with the oracle (seed ${SEED})`, () => {
  const choices = random(SEED);
  let passed = 0;
  for (let i = 0; i < 600; i++) {
    const spec = randomSpec(choices);
    if (check(spec, new Map()).length > 0 || !isFinite(spec)) continue;
    passed++;
    const oracle = new Oracle(spec);
    for (const [id, list] of vectorsOf(spec)) {
      const faults = faultsOf(oracle, id, list);
      if (faults.length > 0) expect.fail(`${faults.slice(0, 5).join("\n")}\nin ${JSON.stringify(spec.types, null, 1)}`);
    }
  }
  expect(passed).toBeGreaterThan(60);
}, 60_000);
