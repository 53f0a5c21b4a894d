import { join } from "node:path";
import type { Packager } from "./package.js";

export const python: Packager = {
  language: "python",
  build: () => Promise.resolve(),
  command: (folder) => join(folder, "peer", "run"),
};
