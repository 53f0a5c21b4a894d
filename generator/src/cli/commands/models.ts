/** `meshwright models`: typed models from other people's JSON Schemas. */
import { join } from "node:path";
import { LANGUAGES } from "../../backends/all.js";
import type { Language } from "../../backends/backend.js";
import { modelFiles } from "../../models/models.js";
import { readSchemas } from "../../models/schemas.js";
import { writeFiles } from "../output.js";
import { paint, say, since } from "../terminal.js";
import { chosenLanguages } from "../languages.js";

export async function models(schemas: string[], options: { out: string; language?: Language[] }): Promise<void> {
  const start = performance.now();
  const languages = chosenLanguages(options.language, LANGUAGES);
  const sources = readSchemas(schemas);
  // All are made before one is written.
  const made = await Promise.all(languages.map(async (language) => ({ language, files: await modelFiles(sources, language) })));
  for (const { language, files } of made) {
    const changes = writeFiles(join(options.out, language), files, { dry: false, owned: () => false });
    say(`${language.padEnd(10)} ${String(files.length).padStart(4)} files, ${changes.length === 0 ? "unchanged" : `${changes.length} written`}`);
  }
  say(paint.green(`models of ${sources.map(({ file }) => file).join(", ")} (${since(start)})`));
}
