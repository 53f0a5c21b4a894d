/** `meshwright generate`: from a spec to code in five languages, JSON Schemas and .proto files. */
import { relative } from "node:path";
import { LANGUAGES, loadBackend } from "../../backends/all.js";
import type { Backend, Language } from "../../backends/backend.js";
import { COMPANIONS } from "../companions.js";
import { chosenLanguages } from "../languages.js";
import { writeFiles, type Change } from "../output.js";
import { prepareOrExit, summary, type Sound } from "../pipeline.js";
import { fail, paint, say, since } from "../terminal.js";
import { companionInPlace, companionPackaged, inPlace, packaged, readOutputs, refuseTypeScriptInside, type Target } from "../targets.js";

export interface GenerateOptions {
  out?: string;
  peers?: boolean;
  check?: boolean;
  language?: Language[];
}

export async function generate(spec: string, options: GenerateOptions): Promise<void> {
  const start = performance.now();
  const backends = await backendsFor(spec, options);
  const sound = prepareOrExit(spec, backends);
  say(`read ${spec}: ${summary(sound)}, hash ${sound.spec.hash} (${since(start)})`);
  report(emit(spec, options, backends, sound), options.check ?? false, start);
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

/** Generates and writes what differs. Asking for some of the languages is asking for nothing else. */
export function emit(spec: string, options: GenerateOptions, backends: Backend[], sound: Sound): Change[] {
  const { out, peers = false, check = false, language } = options;
  const outputs = out === undefined ? readOutputs(spec) : {};
  const companions = language === undefined ? COMPANIONS.filter(({ inPlaceOnly }) => out === undefined || !inPlaceOnly) : [];
  // A spec of Proto messages alone has no codecs.
  const coding = sound.model.types.length === 0 ? [] : backends;
  return [
    ...coding.flatMap((backend) => write(backend.language, check, () => (out === undefined ? inPlace(spec, outputs, backend, sound.model) : packaged(out, backend, sound.model, peers)))),
    ...companions.flatMap((companion) => write(companion.name, check, () => (out === undefined ? companionInPlace(spec, outputs, companion, sound) : companionPackaged(out, companion, sound)))),
  ];
}

function write(name: string, dry: boolean, make: () => Target[]): Change[] {
  const start = performance.now();
  const targets = make();
  const changes = targets.flatMap(({ folder, files, owned }) => writeFiles(folder, files, { dry, owned }));
  const count = targets.reduce((sum, { files }) => sum + files.length, 0);
  if (count + changes.length > 0) say(`${name.padEnd(10)} ${String(count).padStart(4)} files, ${changes.length === 0 ? "unchanged" : `${changes.length} ${dry ? "differ" : "written"}`} (${since(start)})`);
  return changes;
}

function report(changes: Change[], check: boolean, start: number): void {
  if (!check) return say(paint.green(`done in ${since(start)}`));
  for (const { path, what } of changes) say(`  ${what.padEnd(8)} ${relative(process.cwd(), path)}`);
  if (changes.length > 0) fail(`${changes.length} generated ${changes.length === 1 ? "file is" : "files are"} not what the spec makes; run meshwright generate`);
  say(paint.green(`all generated files are what the spec makes (${since(start)})`));
}
