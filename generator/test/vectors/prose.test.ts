/** The committed vectors that were written by hand, against the oracle. That all are what the spec makes today is a step of `npm test`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSpec } from "../../src/read/read.js";
import { parseVectors } from "../../src/vectors/format.js";
import { fileOf } from "../../src/vectors/index.js";
import { oracleOf } from "../../src/vectors/oracle/index.js";
import { isRoot } from "../../src/vectors/oracle/types.js";
import { verify } from "../../src/vectors/verify.js";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const folder = join(repository, "conformance/vectors");
const spec = readSpec(join(repository, "spec")).spec!;

describe.each(spec.types.filter(isRoot).map((type) => [type.id, type] as const))("%s", (id, type) => {
  const path = join(folder, fileOf(type));
  const written = parseVectors(readFileSync(path, "utf8"), path).filter(({ origin }) => origin === "prose");

  it("has a value and a refusal that were worked out by hand", () => {
    expect(written.some(({ verdict }) => verdict === "valid")).toBe(true);
    expect(written.some(({ verdict }) => verdict !== "valid")).toBe(true);
  });

  it("is encoded and decoded by the oracle as they say", () => {
    expect(() => verify(oracleOf(spec), id, written)).not.toThrow();
  });
});
