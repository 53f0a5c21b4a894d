import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { Backend, GeneratedFile } from "../../../../generator/dist/backends/backend.js";
import type { CodecModel } from "../../../../generator/dist/codec/model.js";
import { BuildFailure, type Packager } from "./package.js";

const OPTIONS: ts.TranspileOptions = { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true } };

/** Strips the types, file by file; they are checked where the package is really built. */
/** What packages import their peer's messages from, unless they are this project's own. */
const SDK = "@meshwright/sdk";

let scaffold: { of: CodecModel; files: GeneratedFile[] } | undefined;

/** All but the generated sources, which are put in for each model. What is compiled already is left out: mutants are compiled here. */
function scaffoldOf(backend: Backend, plain: CodecModel): GeneratedFile[] {
  if (scaffold?.of !== plain) scaffold = { of: plain, files: backend.packaged(plain, { peers: true }).filter(({ path }) => !/^dist\/|(^|\/)src\/generated\//.test(path)) };
  return scaffold.files;
}

const below = (folder: string, files: GeneratedFile[]): GeneratedFile[] => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

export const typescript: Packager = {
  language: "typescript",
  print(backend, model, plain) {
    const dispatch = backend.peer(model).map((file) => ({ ...file, content: file.content.replaceAll(`"${SDK}"`, `"${plain.spec.name}"`) }));
    return [...scaffoldOf(backend, plain), ...below("src/generated", backend.codecs(model)), ...below("peer/src/generated", dispatch)];
  },
  build(folder) {
    for (const part of ["src", "peer/src"]) {
      for (const file of readdirSync(join(folder, part), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
        const source = join(folder, part, file);
        const { outputText, diagnostics } = ts.transpileModule(readFileSync(source, "utf8"), OPTIONS);
        if (diagnostics && diagnostics.length > 0) return Promise.reject(new BuildFailure(`${source}: ${ts.flattenDiagnosticMessageText(diagnostics[0]!.messageText, "\n")}`));
        const target = join(folder, part.replace("src", "dist"), file.replace(/\.ts$/, ".js"));
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, outputText);
      }
    }
    return Promise.resolve();
  },
  command: (folder) => join(folder, "peer", "run"),
};
