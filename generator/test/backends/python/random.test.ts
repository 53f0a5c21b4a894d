/** Specs made up at random, as far as they pass the checks: their packages are well-formed, and do what the oracle says. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check } from "../../../src/check/check.js";
import { randomSpec } from "../../check/random-spec.js";
import { random } from "../../random.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { accelerate, complaints, failedVectors, mypy, python, ruff, scratchFolder, writePackage } from "./tools.js";

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 5);
const SPECS = Number(process.env["MESHWRIGHT_SPECS"] ?? 4);

it.skipIf(!python)(`packages of random specs (seed ${SEED})`, () => {
  const choices = random(SEED);
  const folder = scratchFolder();
  for (let made = 0; made < SPECS; ) {
    const spec = { ...randomSpec(choices), name: `made-up-${made}` };
    if (check(spec, new Map()).length > 0) continue;
    const own = join(folder, spec.name);
    writePackage(spec, own);
    const vectors = vectorsOf(spec);
    const faults = failedVectors(own, vectors);
    if (accelerate(own, `made_up_${made}`)) faults.push(...failedVectors(own, vectors).map((fault) => `accelerated: ${fault}`));
    if (faults.length > 0) expect.fail(`${faults.slice(0, 5).join("\n")}\nin ${JSON.stringify(spec.types, null, 1)}`);
    made++;
  }
  if (ruff) {
    expect(complaints(ruff, ["format", "--diff", "."], folder)).toBe("");
    expect(complaints(ruff, ["check", "."], folder)).toBe("");
  }
  if (mypy) expect(complaints(mypy, ["--strict", ...Array.from({ length: SPECS }, (_, made) => join(`made-up-${made}`, "src"))], folder)).toBe("");
  rmSync(folder, { recursive: true });
}, 120_000);
