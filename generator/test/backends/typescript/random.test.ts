/** Specs made up at random, as far as they pass the checks: their packages are well-formed, and do what the oracle says. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { GeneratedFile } from "../../../src/backends/backend.js";
import { check } from "../../../src/check/check.js";
import { randomSpec } from "../../check/random-spec.js";
import { random } from "../../random.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { failedVectors, scratchFolder, typeErrors, unformatted, writePackage } from "./tools.js";

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 11);
const SPECS = Number(process.env["MESHWRIGHT_SPECS"] ?? 4);

it(`packages of random specs (seed ${SEED})`, async () => {
  const choices = random(SEED);
  const folder = scratchFolder();
  const packages = new Map<string, GeneratedFile[]>();
  while (packages.size < SPECS) {
    const spec = { ...randomSpec(choices), name: `made-up-${packages.size}` };
    if (check(spec, new Map()).length > 0) continue;
    const files = writePackage(spec, join(folder, spec.name));
    packages.set(spec.name, files);
    const generated = files.filter(({ path }) => path.includes("generated/"));
    const faults = [...failedVectors(join(folder, spec.name), vectorsOf(spec)), ...(await unformatted(generated))];
    if (faults.length > 0) expect.fail(`${faults.slice(0, 5).join("\n")}\nin ${JSON.stringify(spec.types, null, 1)}`);
  }
  expect(typeErrors(folder, packages)).toEqual([]);
  rmSync(folder, { recursive: true });
}, 240_000);
