/** The bugs of this folder: patches, each with a line that says what it does. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** `{name, path, what}` of each, by name. */
export const bugs = readdirSync(folder)
  .filter((file) => file.endsWith(".patch"))
  .sort()
  .map((file) => ({ name: file.replace(/\.patch$/, ""), path: folder + file, what: readFileSync(folder + file, "utf8").split("\n", 1)[0] }));
