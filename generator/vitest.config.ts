import { defineConfig } from "vitest/config";

// Not isolated: loading the compiler anew for each of some sixty files takes longer than most of them.
export default defineConfig({ test: { include: ["test/**/*.test.ts"], globalSetup: "test/scratch.ts", isolate: false, testTimeout: 30_000, hookTimeout: 60_000 } });
