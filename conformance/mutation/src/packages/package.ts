/** A mutated package on disk, and how it becomes a running peer as quickly as its language allows. */
import { spawn } from "node:child_process";
import type { Backend, GeneratedFile, Language } from "../../../../generator/dist/backends/backend.js";
import type { CodecModel } from "../../../../generator/dist/codec/model.js";
import type { Spec } from "../../../../generator/dist/ir/model.js";

/** How one language's package is made ready. */
export interface Packager {
  language: Language;
  /** The package of a model; `plain` is the one without mutants. Left out: as the back end packages it for anyone. */
  print?(backend: Backend, model: CodecModel, plain: CodecModel): GeneratedFile[];
  /** Compiles the package in `folder`, which may hold objects of an earlier one. It will be run once, or with every vector many times over. Throws `BuildFailure`. */
  build(folder: string, spec: Pick<Spec, "name">, use: "once" | "often"): Promise<void>;
  /** The program that speaks the peer protocol. */
  command(folder: string, spec: Pick<Spec, "name">): string;
}

/** The compiler refused it. The message is what it printed. */
export class BuildFailure extends Error {}

export function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
    child.on("error", (error) => reject(new BuildFailure(`${command}: ${error.message}`)));
    child.on("close", (status) => (status === 0 ? resolve() : reject(new BuildFailure(printed))));
  });
}

export function printed({ print }: Packager, backend: Backend, model: CodecModel, plain: CodecModel): GeneratedFile[] {
  return print ? print(backend, model, plain) : backend.packaged(model, { peers: true });
}
