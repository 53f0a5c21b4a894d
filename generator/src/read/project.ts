/** Opens a spec folder with the TypeScript compiler. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { DiagnosticCategory, FileSystemRefreshResult, Project, ts, type Node, type SourceFile } from "ts-morph";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourcePosition } from "../ir/model.js";
import { listSpecFolder } from "./folder.js";

export interface Manifest {
  name: string;
  version: string;
}

/** The vocabulary stands beside the generator in its repository, and inside it in its package. */
export const langFolder = (): string => {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const candidates = [join(here, "../../../spec/lang"), join(here, "../../lang")];
  const found = candidates.find((folder) => existsSync(join(folder, "index.ts")));
  if (!found) throw new Error(`the vocabulary is missing; looked in ${candidates.join(" and ")}`);
  return resolve(found);
};

export function openProject(folder: string): Project {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      paths: { "meshwright/lang": [join(langFolder(), "index.ts")] },
    },
  });
  addNewFiles(project, folder);
  return project;
}

/** Makes an open project hold what is on disk now; the compiler keeps what it knows of files that are as they were. False if all are. */
export function refreshProject(project: Project, folder: string): boolean {
  const edited = project.getSourceFiles().filter((file) => file.refreshFromFileSystemSync() !== FileSystemRefreshResult.NoChange);
  return addNewFiles(project, folder) || edited.length > 0;
}

function addNewFiles(project: Project, folder: string): boolean {
  const paths = listSpecFolder(folder).files.filter((path) => !project.getSourceFile(path));
  for (const path of paths) project.addSourceFileAtPathIfExists(path);
  return paths.length > 0;
}

/** The spec's own files, sorted by path; the vocabulary is not one of them. */
export function specFiles(project: Project, folder: string): SourceFile[] {
  const root = resolve(folder) + sep;
  const lang = langFolder() + sep;
  return project
    .getSourceFiles()
    .filter((file) => inside(file, root) && !inside(file, lang))
    .sort((a, b) => (a.getFilePath() < b.getFilePath() ? -1 : 1));
}

export const inVocabulary = (file: SourceFile): boolean => inside(file, langFolder() + sep);

const inside = (file: SourceFile, folder: string): boolean => resolve(file.getFilePath()).startsWith(folder);

/** What the compiler itself refuses, in its own words. */
export function compilerDiagnostics(files: SourceFile[], folder: string): Diagnostic[] {
  return files.flatMap((file) =>
    file.getPreEmitDiagnostics().flatMap((found) => {
      if (found.getCategory() !== DiagnosticCategory.Error) return [];
      const start = found.getStart() ?? 0;
      const { line, column } = file.getLineAndColumnAtPos(start);
      const text = found.getMessageText();
      const message = typeof text === "string" ? text : text.getMessageText();
      return diagnostic("MW0001", { file: relativePath(folder, file), line, column }, message, "Mend it as in any TypeScript; the vocabulary's own words come from \"meshwright/lang\".");
    }),
  );
}

export function positionOf(node: Node, folder: string): SourcePosition {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: relativePath(folder, file), line, column };
}

export const relativePath = (folder: string, file: SourceFile): string => relative(resolve(folder), file.getFilePath()).split(sep).join("/");

/** `meshwright.json` of the spec folder. */
export function readManifest(folder: string): Manifest | Diagnostic {
  const path = join(folder, "meshwright.json");
  const fail = (message: string): Diagnostic =>
    diagnostic("MW0002", { file: "meshwright.json", line: 1, column: 1 }, message, 'Write { "name": "my-spec", "version": "0.1.0" }, the name in lower-case words joined by hyphens.');
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return fail(`There is no meshwright.json in ${dirname(path)}.`);
  }
  try {
    const { name, version } = JSON.parse(text) as Partial<Manifest>;
    if (typeof name !== "string" || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return fail("The name is missing or is not lower-case words joined by hyphens.");
    if (typeof version !== "string" || !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) return fail("The version is missing or is not a semantic version.");
    return { name, version };
  } catch (error) {
    return fail(`It is not JSON: ${(error as Error).message}.`);
  }
}
