// Writes content/: the bench values as bytes, which every language's program starts from. Needs ts/build.sh to have run.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as codecs from "./clients/typescript/dist/index.js";
import { growth, growthSizes } from "./values/growth.mjs";
import * as values from "./values/messages.mjs";

export const contentFolder = fileURLToPath(new URL("content", import.meta.url));

/** Writes all files anew. Gives their number. */
export function writeContent() {
  mkdirSync(join(contentFolder, "growth"), { recursive: true });
  let count = 0;
  for (const [name, value] of Object.entries(values)) {
    const message = name[0].toUpperCase() + name.slice(1);
    write(`${message}.bin`, codecs[message].encode(value()));
  }
  for (const [message, value] of Object.entries(growth)) {
    for (const size of growthSizes) write(join("growth", `${message}-${size}.bin`), codecs[message].encode(value(size)));
  }
  return count;

  function write(path, bytes) {
    writeFileSync(join(contentFolder, path), bytes);
    count++;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`${writeContent()} files in ${contentFolder}`);
