import { defineConfig } from "vitest/config";

// Not isolated: the files share what they load, and nothing of it changes.
export default defineConfig({ test: { include: ["test/**/*.test.ts"], isolate: false, testTimeout: 60_000 } });
