/** Opens a spec folder with the TypeScript compiler. */
import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { DiagnosticCategory, FileSystemRefreshResult, Project, ts, type Node, type SourceFile } from "ts-morph";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourcePosition } from "../ir/model.js";
import { listSpecFolder } from "./folder.js";

let foundLangFolder: string | undefined;

/** The vocabulary stands beside the generator in its repository, and inside it in its package. */
export const langFolder = (): string => (foundLangFolder ??= findLangFolder());

function findLangFolder(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const candidates = [join(here, "../../../spec/lang"), join(here, "../../lang")];
  const found = candidates.find((folder) => existsSync(join(folder, "index.ts")));
  if (!found) throw new Error(`the vocabulary is missing; looked in ${candidates.join(" and ")}`);
  return resolve(found);
}

export function openProject(folder: string): Project {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      // A spec holds types only: the arrays and objects of the oldest library will do, and later ones take longer to read than most specs.
      lib: ["lib.es5.d.ts"],
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
  // The compiler's own node knows where lines begin; ts-morph would count them from the top of the file each time.
  const { line, character } = file.compilerNode.getLineAndCharacterOfPosition(node.getStart());
  return { file: relativePath(folder, file), line: line + 1, column: character + 1 };
}

export const relativePath = (folder: string, file: SourceFile): string => relative(resolve(folder), file.getFilePath()).split(sep).join("/");
