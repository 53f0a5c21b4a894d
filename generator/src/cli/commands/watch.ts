/** `meshwright watch`: generates again after each edit of the spec. */
import { watch as watchFolder } from "node:fs";
import { resolve } from "node:path";
import type { Project } from "ts-morph";
import type { Backend } from "../../backends/backend.js";
import { openProject } from "../../read/project.js";
import { complain, prepare } from "../pipeline.js";
import { paint, say, since } from "../terminal.js";
import { backendsFor, emit, type GenerateOptions } from "./generate.js";

/** Editors write a file in several steps; a run waits until they are done. */
const SETTLE_MS = 40;

export async function watch(spec: string, options: GenerateOptions): Promise<void> {
  const backends = await backendsFor(spec, options);
  const project = openProject(spec);
  run(spec, options, backends, project);
  say(`watching ${spec}; stop with Ctrl-C`);
  let timer: NodeJS.Timeout | undefined;
  const changed = new Set<string>();
  const watcher = watchFolder(spec, { recursive: true }, (_event, file) => {
    if (!file || !/\.(ts|json)$/.test(file)) return;
    changed.add(resolve(spec, file));
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh(project, spec, [...changed]);
      changed.clear();
      run(spec, options, backends, project);
    }, SETTLE_MS);
  });
  await new Promise<void>((stop) => process.once("SIGINT", stop));
  watcher.close();
}

function run(spec: string, options: GenerateOptions, backends: Backend[], project: Project): void {
  const start = performance.now();
  const prepared = prepare(spec, backends, project);
  if ("diagnostics" in prepared) return complain(spec, prepared.diagnostics);
  emit(spec, options, backends, prepared);
  say(paint.green(`up to date (${since(start)})`));
}

/** Reads the files that changed anew, so that the compiler keeps what it knows of the others. */
function refresh(project: Project, spec: string, paths: string[]): void {
  for (const path of paths) {
    const file = project.getSourceFile(path);
    if (file) file.refreshFromFileSystemSync();
    else if (path.endsWith(".ts")) project.addSourceFilesAtPaths([`${spec}/**/*.ts`]);
  }
}
