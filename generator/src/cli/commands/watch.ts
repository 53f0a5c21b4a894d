/** `meshwright watch`: generates again after each edit of the spec. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "ts-morph";
import { Memory } from "../../read/memory.js";
import { openProject, refreshProject } from "../../read/project.js";
import { FolderWatch } from "../folder-watch.js";
import { complain, prepare } from "../pipeline.js";
import { paint, say, since, warn } from "../terminal.js";
import { Crew } from "../emit/crew.js";
import type { GenerateOptions } from "../emit/tasks.js";
import { backendsFor } from "./generate.js";

/** What the compiler and the reader know from one run to the next. */
interface Reading {
  project: Project;
  memory: Memory;
}

export async function watch(spec: string, options: GenerateOptions): Promise<void> {
  await backendsFor(spec, options);
  // Watched before it is read, so that no edit falls in between.
  const edits = new FolderWatch(spec);
  process.once("SIGINT", () => edits.close());
  let manifest = readManifestText(spec);
  const read: Reading = { project: openProject(spec), memory: new Memory() };
  let crew = await run(spec, options, read);
  say(`watching ${spec}; stop with Ctrl-C`);
  while (await edits.changed()) {
    const before = manifest;
    manifest = readManifestText(spec);
    const edited = refreshProject(read.project, spec);
    if (edited || manifest !== before) crew = await run(spec, options, read, crew);
  }
  await crew?.leave();
}

/** Says what is wrong, if something is, and leaves it to the next edit. Gives the crew that the next run may go on with. */
async function run(spec: string, options: GenerateOptions, { project, memory }: Reading, before?: Crew): Promise<Crew | undefined> {
  const start = performance.now();
  let crew = before;
  try {
    // Its meshwright.json may name other languages by now.
    const backends = await backendsFor(spec, options);
    crew = Crew.for(spec, options, backends, before);
    const prepared = prepare(spec, backends, project, memory);
    if ("diagnostics" in prepared) complain(spec, prepared.diagnostics);
    else {
      await crew.emit(prepared);
      say(paint.green(`up to date (${since(start)})`));
    }
  } catch (error) {
    warn(error);
  }
  return crew;
}

/** `""` while there is none. */
function readManifestText(spec: string): string {
  try {
    return readFileSync(join(spec, "meshwright.json"), "utf8");
  } catch {
    return "";
  }
}
