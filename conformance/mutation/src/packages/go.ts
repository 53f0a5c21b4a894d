import { join } from "node:path";
import { run, type Packager } from "./package.js";

export const go: Packager = {
  language: "go",
  build: (folder, { name }) => run("go", ["build", `-gcflags=meshwright.generated/${name}/...=-N -l`, "-o", "peer/build/peer", "./peer"], folder),
  command: (folder) => join(folder, "peer", "run"),
};
