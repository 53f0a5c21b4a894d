/** What a run makes, language by language. */
import type { Backend, Language } from "../../backends/backend.js";
import { COMPANIONS } from "../companions.js";
import { writeFiles, type Change } from "../output.js";
import type { Sound } from "../pipeline.js";
import { companionInPlace, companionPackaged, inPlace, packaged, readOutputs, type Target } from "../targets.js";

export interface GenerateOptions {
  out?: string;
  peers?: boolean;
  check?: boolean;
  language?: Language[];
}

export interface Made {
  /** Files that are there now, or would be. */
  files: number;
  changes: Change[];
  ms: number;
}

/** One language, or one kind of companion. */
export interface Task {
  name: string;
  /** Generates, and writes what differs. */
  run(): Made;
}

/** None depends on another, and no two write into the same folder. Asking for some of the languages is asking for nothing else. */
export function tasksOf(spec: string, options: GenerateOptions, backends: readonly Backend[], sound: Sound): Task[] {
  const { out, peers = false, check = false, language } = options;
  const outputs = out === undefined ? readOutputs(spec) : {};
  const companions = language === undefined ? COMPANIONS.filter(({ inPlaceOnly }) => out === undefined || !inPlaceOnly) : [];
  // A spec of Proto messages alone has no codecs.
  const coding = sound.model.types.length === 0 ? [] : backends;
  return [
    ...coding.map((backend) => task(backend.language, check, () => (out === undefined ? inPlace(spec, outputs, backend, sound.model) : packaged(out, backend, sound.model, peers)))),
    ...companions.map((companion) => task(companion.name, check, () => (out === undefined ? companionInPlace(spec, outputs, companion, sound) : companionPackaged(out, companion, sound)))),
  ];
}

function task(name: string, dry: boolean, make: () => Target[]): Task {
  const run = (): Made => {
    const start = performance.now();
    const targets = make();
    const changes = targets.flatMap(({ folder, files, owned }) => writeFiles(folder, files, { dry, owned }));
    return { files: targets.reduce((sum, { files }) => sum + files.length, 0), changes, ms: performance.now() - start };
  };
  return { name, run };
}
