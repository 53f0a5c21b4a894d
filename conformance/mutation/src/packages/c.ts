import { existsSync } from "node:fs";
import { join } from "node:path";
import { run, type Packager } from "./package.js";

export const c: Packager = {
  language: "c",
  async build(folder, { name }) {
    const build = join(folder, "peer", "build");
    if (!existsSync(join(build, "CMakeCache.txt"))) {
      // Warnings are the business of the package's own build: here they would make stillborn mutants.
      const settings = ["-DCMAKE_BUILD_TYPE=", "-DCMAKE_C_FLAGS=-O0 -w", `-DCODEC_DIR=${folder}`, `-DCODEC_LIBRARY=${name}-codec`];
      await run("cmake", ["-S", "peer", "-B", "peer/build", ...settings], folder);
    }
    await run("cmake", ["--build", "peer/build", "--parallel", "2", "--target", "peer", "--", "--keep-going"], folder);
  },
  command: (folder) => join(folder, "peer", "run"),
};
