import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

const page = new URL("README.md", import.meta.url);

/** Puts text between `<!-- name -->` and `<!-- /name -->` of README.md, with the machine that it was measured on. */
export function replaceBlock(name, text) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = readFileSync(page, "utf8");
  const [from, to] = [before.indexOf(begin) + begin.length, before.indexOf(end)];
  const machine = `${cpus()[0].model}, ${cpus().length} cores; Node.js ${process.versions.node}`;
  writeFileSync(page, `${before.slice(0, from)}\n\n${text}\n\n${machine}\n\n${before.slice(to)}`);
}
