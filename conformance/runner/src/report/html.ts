/** The report for people: one file that needs no other, nor any network. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { PageData } from "./pageData.js";

/** Style and markup are read where they are maintained, the script where the build puts it. */
const sources = {
  markup: new URL("../../page/index.html", import.meta.url),
  style: new URL("../../page/page.css", import.meta.url),
  script: new URL("../../dist/page.js", import.meta.url),
};

export function htmlReport({ index, details }: PageData): string {
  const parts: Record<string, string> = {
    style: readFileSync(sources.style, "utf8"),
    script: readFileSync(sources.script, "utf8").replaceAll("</script", "<\\/script"),
    index: JSON.stringify(index).replaceAll("<", "\\u003c"),
    // Derived vectors repeat one another: packed, they are a tenth of their size, and a browser unpacks what is looked at.
    details: details.map((detail, type) => `<script type="text/plain" id="type-${type}">${gzipSync(JSON.stringify(detail)).toString("base64")}</script>`).join("\n"),
  };
  return readFileSync(sources.markup, "utf8").replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] as string);
}
