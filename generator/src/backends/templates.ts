/** Loads a language's Handlebars templates from `generator/templates/<language>/`. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import Handlebars from "handlebars";
import type { Language } from "./backend.js";

export type Render = (template: string, data: unknown) => string;
type Folder = Language | "catalogue" | "proto";

/**
 * `render("struct", data)` renders `struct.hbs`. Every file of the folder is a partial of the others by its name without the ending.
 * Text goes out as it is (no HTML escapes), and a name that the data lacks is an error, so a typo cannot print as nothing. `{{json value}}` quotes text
 * as JSON does, and TOML too.
 */
export function templates(folderName: Folder): Render {
  const known = loaded.get(folderName) ?? load(folderName);
  loaded.set(folderName, known);
  return known;
}

/** Compiling them takes longer than using them, and `watch` uses them after each edit. */
const loaded = new Map<Folder, Render>();

function load(folderName: Folder): Render {
  const folder = join(fileURLToPath(new URL("../../templates/", import.meta.url)), folderName);
  const handlebars = Handlebars.create();
  handlebars.registerHelper("json", (value: unknown) => JSON.stringify(value));
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".hbs")).sort()) {
    const name = file.slice(0, -".hbs".length);
    const template = handlebars.compile(readFileSync(join(folder, file), "utf8"), { noEscape: true, strict: true, preventIndent: false });
    handlebars.registerPartial(name, template);
    compiled.set(name, template);
  }
  return (name, data) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`there is no template ${folderName}/${name}.hbs`);
    return template(data);
  };
}
