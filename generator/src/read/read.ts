/** Reads a spec folder into the IR. */
import { Node, type Project } from "ts-morph";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { ServiceDef, Spec, TypeDef } from "../ir/model.js";
import { referencesOf } from "../ir/references.js";
import { Context } from "./context.js";
import { isService, readDeclaration } from "./declarations.js";
import { specHash } from "./hash.js";
import { readManifest, type Manifest } from "./manifest.js";
import type { Memory } from "./memory.js";
import { compilerDiagnostics, openProject, specFiles } from "./project.js";
import { markRecursionHeads } from "./recursion.js";
import { isMaskTable } from "./choices.js";
import { readService } from "./services.js";

export interface ReadResult {
  /** Absent when there are diagnostics. */
  spec?: Spec;
  /** With diagnostics: the types that they do not touch, for the checks to find more in the same run. */
  sound?: Spec;
  diagnostics: Diagnostic[];
}

/** `project` and `memory` are kept between runs by `watch`; without a project a new one is opened. */
export function readSpec(folder: string, project: Project = openProject(folder), memory?: Memory): ReadResult {
  const context = new Context(folder);
  const stale = memory?.stale(project, context);
  // Of a fault all is to be said that there is, so the rest is read as well.
  const again = stale && readModules(context, project, memory, stale);
  return again?.spec ? again : readModules(new Context(folder), project, memory);
}

/** Those of `stale`, and the others from memory; without it, all. */
function readModules(context: Context, project: Project, memory: Memory | undefined, stale?: ReadonlySet<string>): ReadResult {
  const { folder } = context;
  const manifest = readManifest(folder);
  const files = specFiles(project, folder).filter((file) => !stale || stale.has(context.moduleOf(file)));
  for (const file of files)
    for (const statement of file.getStatements()) {
      if (Node.isImportDeclaration(statement) || Node.isExportDeclaration(statement)) continue;
      if (Node.isInterfaceDeclaration(statement) && isService(statement)) readService(context, statement);
      else if (Node.isInterfaceDeclaration(statement) || Node.isTypeAliasDeclaration(statement)) {
        const standsAlone = statement.isExported() && statement.getTypeParameters().length === 0;
        if (standsAlone && !(Node.isInterfaceDeclaration(statement) && isMaskTable(statement))) readDeclaration(context, statement);
      } else if (Node.isClassDeclaration(statement) || Node.isEnumDeclaration(statement)) readDeclaration(context, statement as never);
      else context.report("MW1004", statement, "A spec holds types only.", "Write interfaces and type aliases; nothing in a spec runs.");
      context.finish();
    }
  const diagnostics = [...("code" in manifest ? [manifest] : []), ...context.diagnostics];
  // The compiler's word comes last: what the reader says of the same place is closer to the matter.
  const reported = new Set(context.diagnostics.map(({ position }) => `${position.file}:${position.line}`));
  diagnostics.push(...compilerDiagnostics(files, folder).filter(({ position }) => !reported.has(`${position.file}:${position.line}`)));
  if (memory && stale) memory.recall(context, stale);
  if (memory && diagnostics.length === 0) memory.remember(project, context);
  markRecursionHeads(context.types);
  const said: Manifest = "code" in manifest ? { name: "unnamed", version: "0.0.0" } : manifest;
  if (diagnostics.length > 0) {
    const faulty = new Set(diagnostics.filter(({ code }) => code === "MW0001").map(({ position }) => position.file));
    const sound = soundTypes(context, faulty);
    return { ...(sound.length > 0 && { sound: assemble(said, sound, []) }), diagnostics: sortDiagnostics(diagnostics) };
  }
  return { spec: assemble(said, [...context.types.values()], context.services), diagnostics: [] };
}

function assemble({ name, version, about }: Manifest, foundTypes: TypeDef[], foundServices: ServiceDef[]): Spec {
  const types = foundTypes.sort(byId);
  const services = foundServices.sort(byId);
  const spec = { irVersion: 1 as const, name, version, ...(about && { about }), types, ...(services.length > 0 && { services }) };
  return { ...spec, hash: specHash(spec) };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** Those that are complete, stand in a file that the compiler takes, and refer, over any number of steps, to such types only. */
function soundTypes({ types, incomplete }: Context, faultyFiles: ReadonlySet<string>): TypeDef[] {
  const sound = new Map([...types].filter(([id, type]) => !incomplete.has(id) && !faultyFiles.has(type.source.file)));
  for (let before = -1; before !== sound.size; ) {
    before = sound.size;
    for (const [id, type] of sound) if (referencesOf(type).some((other) => !sound.has(other))) sound.delete(id);
  }
  return [...sound.values()];
}
