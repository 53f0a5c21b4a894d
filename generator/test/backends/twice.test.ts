/** What is generated depends on the spec alone. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { LANGUAGES, loadBackend } from "../../src/backends/all.js";
import { lower } from "../../src/codec/lower.js";
import { readSpec } from "../../src/read/read.js";

const { spec } = readSpec(fileURLToPath(new URL("../../../conformance/specs/words", import.meta.url)));

it.each(LANGUAGES)("gives the same files twice: %s", async (language) => {
  const { packaged } = await loadBackend(language);
  expect(packaged(lower(spec!), { peers: true })).toEqual(packaged(lower(structuredClone(spec!)), { peers: true }));
});
