/** Specs made up at random, as far as they pass the checks: their packages compile, are formatted and free of lint, and do what the oracle says. */
import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { check } from "../../../src/check/check.js";
import { randomSpec } from "../../check/random-spec.js";
import { random } from "../../random.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { cargo, clippy, complaints, failedVectors, scratchFolder, writePackage } from "./tools.js";

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 5);
const SPECS = Number(process.env["MESHWRIGHT_SPECS"] ?? 3);

it.skipIf(!cargo)(`packages of random specs (seed ${SEED})`, () => {
  const choices = random(SEED);
  const folder = scratchFolder();
  for (let made = 0; made < SPECS; ) {
    const spec = { ...randomSpec(choices), name: "made-up" };
    if (check(spec, new Map()).length > 0) continue;
    writePackage(spec, folder);
    expect(complaints("cargo", ["build", "--quiet", "--offline", "--workspace"], folder)).toBe("");
    const faults = failedVectors(folder, vectorsOf(spec));
    if (faults.length > 0) expect.fail(`${faults.slice(0, 5).join("\n")}\nin ${JSON.stringify(spec.types, null, 1)}`);
    expect(complaints("cargo", ["fmt", "--all", "--check"], folder)).toBe("");
    if (clippy) expect(complaints("cargo", ["clippy", "--quiet", "--offline", "--workspace", "--", "-D", "warnings"], folder)).toBe("");
    made++;
  }
  rmSync(folder, { recursive: true });
}, 600_000);
