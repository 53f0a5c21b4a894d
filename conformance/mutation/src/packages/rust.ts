import { join } from "node:path";
import { run, type Packager } from "./package.js";

/** Many small units compile side by side; nobody steps through them. What only a debug build checks would find mutants that users' builds do not. */
const PROFILE = {
  CARGO_PROFILE_DEV_DEBUG: "0",
  CARGO_PROFILE_DEV_INCREMENTAL: "false",
  CARGO_PROFILE_DEV_OVERFLOW_CHECKS: "false",
  CARGO_PROFILE_DEV_DEBUG_ASSERTIONS: "false",
  CARGO_TERM_COLOR: "never",
  RUSTFLAGS: "--cap-lints allow",
};

export const rust: Packager = {
  language: "rust",
  build: (folder, _, use) => run("cargo", ["build", "--quiet", "--workspace", "--bins", "--target-dir", "target"], folder, { ...PROFILE, CARGO_PROFILE_DEV_OPT_LEVEL: use === "often" ? "1" : "0" }),
  command: (folder, { name }) => join(folder, "target", "debug", `${name}-peer`),
};
