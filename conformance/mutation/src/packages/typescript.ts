import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { BuildFailure, type Packager } from "./package.js";

const OPTIONS: ts.TranspileOptions = { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true } };

/** Strips the types, file by file; they are checked where the package is really built. */
export const typescript: Packager = {
  language: "typescript",
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
