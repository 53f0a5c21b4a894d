/**
 * What `watch` keeps of one reading for the next. The types of a file are what they were while the file is, and all files that it
 * imports, over any number of steps. Files that share a module go together, since a type is known by its module.
 */
import { ts, type Project, type SourceFile } from "ts-morph";
import type { ServiceDef, TypeDef } from "../ir/model.js";
import type { Context } from "./context.js";

interface Known {
  text: string;
  module: string;
  /** Paths. */
  imports: string[];
}

export class Memory {
  private files = new Map<string, Known>();
  private types: readonly TypeDef[] = [];
  private services: readonly ServiceDef[] = [];

  /** The modules to read again; `undefined` where any of them may have changed. */
  stale(project: Project, context: Context): Set<string> | undefined {
    const files = project.getSourceFiles();
    // A file more or less may be what another's import meant all along.
    if (files.length !== this.files.size || !files.every((file) => this.files.has(file.getFilePath()))) return undefined;
    const changed = files.filter((file) => this.files.get(file.getFilePath())!.text !== file.getFullText());
    if (changed.some((file) => !keepsToItself(file.getFullText(), file) || !keepsToItself(this.files.get(file.getFilePath())!.text))) return undefined;
    const paths = this.withImporters(changed.map((file) => file.getFilePath()));
    return new Set([...changed.map((file) => context.moduleOf(file)), ...paths.map((path) => this.files.get(path)!.module)]);
  }

  /** Puts in what was read before of modules other than these. */
  recall(context: Context, stale: ReadonlySet<string>): void {
    for (const type of this.types) if (!stale.has(type.module)) context.types.set(type.id, { ...type, recursionHead: false });
    context.services.push(...this.services.filter(({ module }) => !stale.has(module)));
  }

  /** After a reading without faults. */
  remember(project: Project, context: Context): void {
    const before = this.files;
    this.files = new Map(
      project.getSourceFiles().map((file) => {
        const [path, text] = [file.getFilePath(), file.getFullText()];
        const known = before.get(path);
        return [path, known?.text === text ? known : { text, module: context.moduleOf(file), imports: file.getReferencedSourceFiles().map((other) => other.getFilePath()) }];
      }),
    );
    this.types = [...context.types.values()];
    this.services = [...context.services];
  }

  private withImporters(paths: readonly string[]): string[] {
    const found = new Set(paths);
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const [path, { imports }] of this.files) if (imports.some((other) => found.has(other))) found.add(path);
    }
    return [...found];
  }
}

/** Other files see what it exports, and nothing else of it: it is a module, and declares nothing for all. */
function keepsToItself(text: string, file?: SourceFile): boolean {
  return !/\bdeclare\b|^\s*\/\/\//m.test(text) && (file === undefined || ts.isExternalModule(file.compilerNode));
}
