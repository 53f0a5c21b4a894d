/** Makes the page: one file that needs no other, also when it is opened from a disk. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { pageFile } from "./page-file.js";

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(here(path), "utf8");

async function script(): Promise<string> {
  const bundle = await rolldown({
    input: here("page/main.ts"),
    platform: "browser",
    transform: { inject: { Buffer: [here("page/buffer.ts"), "Buffer"] } },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  return output[0].code;
}

const description = JSON.parse(read("generated/description.json")) as { hash: string };
const parts: Record<string, string> = {
  hash: description.hash,
  // The report's look, and what only this page has.
  style: read("../runner/page/page.css") + read("page/page.css"),
  description: JSON.stringify(description).replaceAll("<", "\\u003c"),
  script: (await script()).replaceAll("</script", "<\\/script"),
};
mkdirSync(dirname(pageFile), { recursive: true });
writeFileSync(pageFile, read("page/index.html").replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] as string));
