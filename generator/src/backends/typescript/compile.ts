/** JavaScript and declarations, so that whoever installs a package has nothing to compile. */
import { Project, ts } from "ts-morph";
import type { GeneratedFile } from "../backend.js";

/** The generated code and the runtime are free of type errors by the tests of this back end; they are not checked again each time. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  declaration: true,
  stripInternal: true,
  noCheck: true,
  types: [],
  rootDir: "/src",
  outDir: "/dist",
};

/**
 * Remembers what it has compiled, because `watch` asks again after each edit, when few files are new. A file's output depends on others only
 * where an exported type is inferred from them, and generated code infers none from another generated file.
 */
class Compiler {
  private readonly project = new Project({ useInMemoryFileSystem: true, compilerOptions: OPTIONS });
  private readonly outputs = new Map<string, { source: string; files: GeneratedFile[] }>();

  constructor() {
    this.project.getFileSystem().writeFileSync("/package.json", '{ "type": "module" }');
  }

  compile(sources: GeneratedFile[]): GeneratedFile[] {
    const wanted = new Set(sources.map(({ path }) => `/${path}`));
    for (const file of this.project.getSourceFiles()) if (!wanted.has(file.getFilePath())) this.project.removeSourceFile(file);
    const changed = sources.filter(({ path, content }) => this.outputs.get(path)?.source !== content);
    for (const { path, content } of sources)
      if (!this.project.getSourceFile(`/${path}`) || this.outputs.get(path)?.source !== content) this.project.createSourceFile(`/${path}`, content, { overwrite: true });
    const program = this.project.getProgram().compilerObject;
    for (const { path, content } of changed) {
      const files: GeneratedFile[] = [];
      program.emit(program.getSourceFile(`/${path}`), (name, text) => files.push({ path: name.slice(1), content: text }));
      this.outputs.set(path, { source: content, files });
    }
    return sources.flatMap(({ path }) => this.outputs.get(path)!.files);
  }
}

let compiler: Compiler | undefined;

/** What the compiler makes of `src/**`: for each source a `.js` and a `.d.ts` in `dist/`. */
export function compiled(sources: GeneratedFile[]): GeneratedFile[] {
  compiler ??= new Compiler();
  return compiler.compile(sources);
}
