/** Which files `generate --out` may remove. */
import { expect, it } from "vitest";
import type { Backend } from "../../src/backends/backend.js";
import { packaged } from "../../src/cli/targets.js";
import type { CodecModel } from "../../src/codec/model.js";

const file = (path: string) => ({ path, content: "" });
const backend = { language: "typescript", packaged: () => [file("package.json"), file("src/generated/index.ts")] } as unknown as Backend;

it("cleans the generated folders that it writes to, and leaves what a compiler made of them", () => {
  const { owned } = packaged("out", backend, {} as CodecModel, false)[0]!;
  expect(owned("src/generated/old/stale.ts")).toBe(true);
  expect(owned("dist/generated/index.js")).toBe(false);
  expect(owned("package.json")).toBe(false);
});
