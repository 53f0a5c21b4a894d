/** `meshwright generate`: from a spec to code in five languages. */
import { relative } from "node:path";
import { LANGUAGES, loadBackend } from "../../backends/all.js";
import type { Backend, Language } from "../../backends/backend.js";
import type { CodecModel } from "../../codec/model.js";
import { writeFiles, type Change } from "../output.js";
import { prepareOrExit } from "../pipeline.js";
import { fail, paint, say, since } from "../terminal.js";
import { inPlace, packaged, readOutputs, type Target } from "../targets.js";

export interface GenerateOptions {
  out?: string;
  peers?: boolean;
  check?: boolean;
  language?: Language[];
}

export async function generate(spec: string, options: GenerateOptions): Promise<void> {
  const start = performance.now();
  const backends = await backendsFor(spec, options);
  const model = prepareOrExit(spec, backends);
  say(`read ${spec}: ${model.spec.types.length} types, ${model.roots.length} messages, hash ${model.spec.hash} (${since(start)})`);
  const changes = backends.flatMap((backend) => emit(spec, options, backend, model));
  report(changes, options.check ?? false, start);
}

export async function backendsFor(spec: string, options: GenerateOptions): Promise<Backend[]> {
  const unknown = options.language?.filter((language) => !LANGUAGES.includes(language)) ?? [];
  if (unknown.length > 0) fail(`there is no language ${unknown.join(", ")}; there are ${LANGUAGES.join(", ")}`);
  if (options.peers && options.out === undefined) fail("--peers goes with --out; the folders of a spec's own peers stand in its meshwright.json");
  const configured = options.out === undefined ? (Object.keys(readOutputs(spec)) as Language[]) : LANGUAGES;
  const languages = LANGUAGES.filter((language) => configured.includes(language) && (options.language?.includes(language) ?? true));
  if (languages.length === 0) fail(`${spec}/meshwright.json names no outputs; say where the code goes with --out DIR`);
  return Promise.all(languages.map(loadBackend));
}

/** Generates for one language and writes what differs. */
export function emit(spec: string, options: GenerateOptions, backend: Backend, model: CodecModel): Change[] {
  const start = performance.now();
  const targets: Target[] = options.out === undefined ? inPlace(spec, readOutputs(spec), backend, model) : packaged(options.out, backend, model, options.peers ?? false);
  const changes = targets.flatMap((target) => writeFiles(target.folder, target.files, { dry: options.check ?? false, owned: target.owned }));
  const files = targets.reduce((count, target) => count + target.files.length, 0);
  say(`${backend.language.padEnd(10)} ${String(files).padStart(4)} files, ${changes.length === 0 ? "unchanged" : `${changes.length} written`} (${since(start)})`.replace("written", options.check ? "differ" : "written"));
  return changes;
}

function report(changes: Change[], check: boolean, start: number): void {
  if (!check) return say(paint.green(`done in ${since(start)}`));
  for (const { path, what } of changes) say(`  ${what.padEnd(8)} ${relative(process.cwd(), path)}`);
  if (changes.length > 0) fail(`${changes.length} generated ${changes.length === 1 ? "file is" : "files are"} not what the spec makes; run meshwright generate`);
  say(paint.green(`all generated files are what the spec makes (${since(start)})`));
}
