import { join } from "node:path";
import { run, type Packager } from "./package.js";

/** Many small units compile side by side; nobody steps through them. */
const PROFILE = { CARGO_PROFILE_DEV_DEBUG: "0", CARGO_PROFILE_DEV_INCREMENTAL: "false", CARGO_TERM_COLOR: "never", RUSTFLAGS: "--cap-lints allow" };

export const rust: Packager = {
  language: "rust",
  build: (folder) => run("cargo", ["build", "--quiet", "--workspace", "--bins", "--target-dir", "target"], folder, PROFILE),
  command: (folder, { name }) => join(folder, "target", "debug", `${name}-peer`),
};
