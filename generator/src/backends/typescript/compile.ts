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
  /** By path: a source without its header, and what was made of it. */
  private readonly outputs = new Map<string, { body: string; files: GeneratedFile[] }>();

  constructor() {
    this.project.getFileSystem().writeFileSync("/package.json", '{ "type": "module" }');
  }

  compile(sources: GeneratedFile[]): GeneratedFile[] {
    const parts = sources.map(({ path, content }) => ({ path, ...withoutHeader(content) }));
    const changed = parts.filter(({ path, body }) => this.outputs.get(path)?.body !== body);
    this.open(parts);
    const program = this.project.getProgram().compilerObject;
    for (const { path, body } of changed) {
      const files: GeneratedFile[] = [];
      program.emit(program.getSourceFile(`/${path}`), (name, text) => files.push({ path: name.slice(1), content: text }));
      this.outputs.set(path, { body, files });
    }
    return parts.flatMap(({ path, header }) => this.outputs.get(path)!.files.map((file) => ({ ...file, content: header + file.content })));
  }

  /** Makes the project hold these sources and no others. */
  private open(parts: { path: string; body: string }[]): void {
    const wanted = new Set(parts.map(({ path }) => `/${path}`));
    for (const file of this.project.getSourceFiles()) if (!wanted.has(file.getFilePath())) this.project.removeSourceFile(file);
    for (const { path, body } of parts)
      if (this.project.getSourceFile(`/${path}`)?.getFullText() !== body) this.project.createSourceFile(`/${path}`, body, { overwrite: true });
  }
}

/** The header has the spec's hash, which changes with every edit, and the compiler drops it from declarations. */
function withoutHeader(content: string): { header: string; body: string } {
  const header = /^(\/\/.*\n)*/.exec(content)![0];
  return { header, body: content.slice(header.length) };
}

let compiler: Compiler | undefined;

/** What the compiler makes of `src/**`: for each source a `.js` and a `.d.ts` in `dist/`. */
export function compiled(sources: GeneratedFile[]): GeneratedFile[] {
  compiler ??= new Compiler();
  return compiler.compile(sources);
}
