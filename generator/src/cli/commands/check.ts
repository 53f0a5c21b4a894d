/** `meshwright check`: all problems of a spec, for all languages. */
import { LANGUAGES, loadBackend } from "../../backends/all.js";
import { prepareOrExit } from "../pipeline.js";
import { paint, say, since } from "../terminal.js";

export async function checkSpec(spec: string): Promise<void> {
  const start = performance.now();
  const model = prepareOrExit(spec, await Promise.all(LANGUAGES.map(loadBackend)));
  say(paint.green(`${spec} is fine: ${model.spec.types.length} types, ${model.roots.length} messages (${since(start)})`));
}
