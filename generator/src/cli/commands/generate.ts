/** `meshwright generate`: from a spec to code in five languages, JSON Schemas and .proto files. */
import { relative } from "node:path";
import { LANGUAGES, loadBackend } from "../../backends/all.js";
import type { Backend } from "../../backends/backend.js";
import { Crew } from "../emit/crew.js";
import type { GenerateOptions } from "../emit/tasks.js";
import { chosenLanguages } from "../languages.js";
import type { Change } from "../output.js";
import { prepareOrExit, summary } from "../pipeline.js";
import { fail, paint, say, since } from "../terminal.js";
import { readOutputs, refuseTypeScriptInside } from "../targets.js";

export async function generate(spec: string, options: GenerateOptions): Promise<void> {
  const start = performance.now();
  const backends = await backendsFor(spec, options);
  const crew = Crew.for(spec, options, backends);
  const sound = prepareOrExit(spec, backends);
  say(`read ${spec}: ${summary(sound)}, hash ${sound.spec.hash} (${since(start)})`);
  const changes = await crew.emit(sound);
  await crew.leave();
  report(changes, options.check ?? false, start);
}

/** The languages that `options` or meshwright.json ask for; throws if they ask for what does not go together. */
export async function backendsFor(spec: string, options: GenerateOptions): Promise<Backend[]> {
  if (options.peers && options.out === undefined) throw new Error("--peers goes with --out; the folders of a spec's own peers stand in its meshwright.json");
  const configured = options.out === undefined ? Object.keys(readOutputs(spec)) : LANGUAGES;
  const languages = chosenLanguages(options.language, configured);
  if (languages.length === 0 && !(options.language === undefined && configured.length > 0)) throw new Error(`${spec}/meshwright.json names no outputs; say where the code goes with --out DIR`);
  if (languages.includes("typescript")) refuseTypeScriptInside(spec, options.out);
  return Promise.all(languages.map(loadBackend));
}

function report(changes: Change[], check: boolean, start: number): void {
  if (!check) return say(paint.green(`done in ${since(start)}`));
  for (const { path, what } of changes) say(`  ${what.padEnd(8)} ${relative(process.cwd(), path)}`);
  if (changes.length > 0) fail(`${changes.length} generated ${changes.length === 1 ? "file is" : "files are"} not what the spec makes; run meshwright generate`);
  say(paint.green(`all generated files are what the spec makes (${since(start)})`));
}
