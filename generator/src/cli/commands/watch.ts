/** `meshwright watch`: generates again after each edit of the spec. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "ts-morph";
import { openProject, refreshProject } from "../../read/project.js";
import { FolderWatch } from "../folder-watch.js";
import { complain, prepare } from "../pipeline.js";
import { paint, say, since, warn } from "../terminal.js";
import { backendsFor, emit, type GenerateOptions } from "./generate.js";

export async function watch(spec: string, options: GenerateOptions): Promise<void> {
  await backendsFor(spec, options);
  // Watched before it is read, so that no edit falls in between.
  const edits = new FolderWatch(spec);
  process.once("SIGINT", () => edits.close());
  let manifest = readManifestText(spec);
  const project = openProject(spec);
  await run(spec, options, project);
  say(`watching ${spec}; stop with Ctrl-C`);
  while (await edits.changed()) {
    const before = manifest;
    manifest = readManifestText(spec);
    const edited = refreshProject(project, spec);
    if (edited || manifest !== before) await run(spec, options, project);
  }
}

/** Says what is wrong, if something is, and leaves it to the next edit. */
async function run(spec: string, options: GenerateOptions, project: Project): Promise<void> {
  const start = performance.now();
  try {
    // Its meshwright.json may name other languages by now.
    const backends = await backendsFor(spec, options);
    const prepared = prepare(spec, backends, project);
    if ("diagnostics" in prepared) return complain(spec, prepared.diagnostics);
    emit(spec, options, backends, prepared);
    say(paint.green(`up to date (${since(start)})`));
  } catch (error) {
    warn(error);
  }
}

/** `""` while there is none. */
function readManifestText(spec: string): string {
  try {
    return readFileSync(join(spec, "meshwright.json"), "utf8");
  } catch {
    return "";
  }
}
