/** protobuf's own compiler and Python, from the virtual environment of the Python package. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GeneratedFile } from "../../src/backends/backend.js";

const python = fileURLToPath(new URL("../../../.venv/bin/python", import.meta.url));

/** False on a machine where `sdks/python/build.sh` has not run. */
export const hasProtoc = existsSync(python);
if (!hasProtoc) console.warn("skipped: protoc is not here; run sdks/python/build.sh, which installs it");

/** Compiles the files to Python in `folder`, all at once. Gives what protoc says, which is nothing if it has no complaint. */
export function protoc(folder: string, files: GeneratedFile[]): string {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { stdout, stderr } = spawnSync(python, ["-m", "grpc_tools.protoc", `-I${folder}`, `--python_out=${folder}`, `--grpc_python_out=${folder}`, ...files.map(({ path }) => path)], { encoding: "utf8" });
  return stdout + stderr;
}

/** The Python module that protoc makes of a file. */
export const moduleOf = ({ path }: GeneratedFile): string => path.replace(/\.proto$/, "_pb2").replaceAll("/", ".");

/** Runs a Python script; `input` goes to its standard input. */
export const run = (args: string[], input = ""): string => execFileSync(python, args, { encoding: "utf8", input });
