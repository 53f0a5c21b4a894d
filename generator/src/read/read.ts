/** Reads a spec folder into the IR. */
import { Node, type Project } from "ts-morph";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Spec } from "../ir/model.js";
import { Context } from "./context.js";
import { readDeclaration } from "./declarations.js";
import { specHash } from "./hash.js";
import { compilerDiagnostics, openProject, readManifest, specFiles } from "./project.js";
import { markRecursionHeads } from "./recursion.js";
import { isMaskTable } from "./choices.js";

export interface ReadResult {
  /** Absent when there are diagnostics. */
  spec?: Spec;
  diagnostics: Diagnostic[];
}

/** `project` is kept between runs by `watch`; a new one is opened without it. */
export function readSpec(folder: string, project: Project = openProject(folder)): ReadResult {
  const manifest = readManifest(folder);
  const files = specFiles(project, folder);
  const context = new Context(folder);
  for (const file of files)
    for (const statement of file.getStatements()) {
      if (Node.isImportDeclaration(statement) || Node.isExportDeclaration(statement)) continue;
      if (Node.isInterfaceDeclaration(statement) || Node.isTypeAliasDeclaration(statement)) {
        const standsAlone = statement.isExported() && statement.getTypeParameters().length === 0;
        if (standsAlone && !(Node.isInterfaceDeclaration(statement) && isMaskTable(statement))) readDeclaration(context, statement);
      } else if (Node.isClassDeclaration(statement) || Node.isEnumDeclaration(statement)) readDeclaration(context, statement as never);
      else context.report("MW1004", statement, "A spec holds types only.", "Write interfaces and type aliases; nothing in a spec runs.");
    }
  const diagnostics = [...("code" in manifest ? [manifest] : []), ...context.diagnostics];
  // The compiler's word comes last: what the reader says of the same place is closer to the matter.
  const reported = new Set(context.diagnostics.map(({ position }) => `${position.file}:${position.line}`));
  diagnostics.push(...compilerDiagnostics(files, folder).filter(({ position }) => !reported.has(`${position.file}:${position.line}`)));
  if ("code" in manifest || diagnostics.length > 0) return { diagnostics: sortDiagnostics(diagnostics) };

  markRecursionHeads(context.types);
  const types = [...context.types.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const spec = { irVersion: 1 as const, name: manifest.name, version: manifest.version, types };
  return { spec: { ...spec, hash: specHash(spec) }, diagnostics: [] };
}
