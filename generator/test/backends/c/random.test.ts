/** Specs made up at random, as far as they pass the checks: their packages compile without a warning, and do what the oracle says. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check } from "../../../src/check/check.js";
import { randomSpec } from "../../check/random-spec.js";
import { random } from "../../random.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { cc, compilePeer, complaints, failedVectors, formatter, scratchFolder, sourcesIn, writePackage } from "./tools.js";

const SEED = Number(process.env["MESHWRIGHT_SEED"] ?? 5);
const SPECS = Number(process.env["MESHWRIGHT_SPECS"] ?? 5);

it.skipIf(!cc)(`packages of random specs (seed ${SEED})`, () => {
  const choices = random(SEED);
  const folder = scratchFolder();
  for (let made = 0; made < SPECS; ) {
    const spec = { ...randomSpec(choices), name: `made-up-${made}` };
    if (check(spec, new Map()).length > 0) continue;
    const own = join(folder, spec.name);
    writePackage(spec, own);
    const faults = [compilePeer(own)].filter((text) => text !== "");
    if (faults.length === 0) faults.push(...failedVectors(join(own, "peer.out"), vectorsOf(spec)));
    if (faults.length > 0) expect.fail(`${faults.slice(0, 5).join("\n")}\nin ${JSON.stringify(spec.types, null, 1)}`);
    if (formatter) expect(complaints(formatter, ["--dry-run", "--Werror", ...sourcesIn(join(own, "generated")), ...sourcesIn(join(own, "generated"), ".h")])).toBe("");
    made++;
  }
  rmSync(folder, { recursive: true });
}, 180_000);
