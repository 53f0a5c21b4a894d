import { defineConfig } from "vitest/config";

/** The same random values every time, unless the environment says otherwise. */
const seed = process.env["MESHWRIGHT_SEED"] ?? "20240229";
console.log(`MESHWRIGHT_SEED=${seed}`);

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The files share what they load, and nothing of it changes.
    isolate: false,
    setupFiles: ["test/support/seed.ts"],
    env: { MESHWRIGHT_SEED: seed },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
