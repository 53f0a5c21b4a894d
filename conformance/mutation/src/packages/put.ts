/** Puts a package on disk in the place of an earlier one. What compilers put beside its files stays, so that they need not begin anew. */
import type { GeneratedFile } from "../../../../generator/dist/backends/backend.js";
import { writeFiles } from "../../../../generator/dist/cli/output.js";
import { recorded } from "../../../../generator/dist/cli/record.js";

export function put(folder: string, files: GeneratedFile[]): void {
  const { files: listed, owned } = recorded(folder, files);
  writeFiles(folder, listed, { dry: false, owned });
}
