#!/usr/bin/env node
// Stands where npm can link to it before the generator is built.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  console.error("meshwright: the generator is not built yet; run npm start, or npm run build");
  process.exit(1);
}
await import(main.href);
