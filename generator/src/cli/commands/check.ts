/** `meshwright check`: all problems of a spec, for all languages. */
import { LANGUAGES, loadBackend } from "../../backends/all.js";
import { prepareOrExit, summary } from "../pipeline.js";
import { paint, say, since } from "../terminal.js";

export async function checkSpec(spec: string): Promise<void> {
  const start = performance.now();
  const sound = prepareOrExit(spec, await Promise.all(LANGUAGES.map(loadBackend)));
  say(paint.green(`${spec} is fine: ${summary(sound)} (${since(start)})`));
}
