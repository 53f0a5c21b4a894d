/** What each language's own tools say of a generated package: a warning fails. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { at } from "../run/paths.mjs";

/** For the builds: strict where they are not by themselves, and without the optimizations that only a release needs; C's are kept, since gcc finds more with them. */
export const strictly = { RUSTFLAGS: "-D warnings", CARGO_PROFILE_RELEASE_OPT_LEVEL: "0", CARGO_INCREMENTAL: "0", CFLAGS: "-O0" };

/** Where others are compiled with all that a release has: C's part takes a tenth of the time. */
export const quickly = { ...strictly, CC: "clang", CMAKE_BUILD_TYPE: "None" };

/** By folder of `meshwright generate --out`, which must have been built. */
export const judges = {
  async rust(log, cwd) {
    await log.run("cargo", ["fmt", "--all", "--check"], { cwd });
    await log.run("cargo", ["doc", "--quiet", "--release", "--no-deps", "--target-dir", "target"], { cwd, env: { ...strictly, RUSTDOCFLAGS: "-D warnings" } });
  },

  /** As strict as this project's own SDK. */
  async typescript(log, cwd) {
    await log.run(process.execPath, [at("node_modules", "typescript", "bin", "tsc"), ...strictTypes, join("src", "index.ts")], { cwd });
  },

  async python(log, cwd) {
    const tool = (name) => at(".venv", "bin", name);
    await log.run(tool("ruff"), ["check", "--quiet", "src", "peer"], { cwd });
    await log.run(tool("mypy"), ["--strict", "--no-error-summary", "--cache-dir", join(cwd, ".mypy_cache"), "src"], { cwd });
  },

  async go(log, cwd) {
    await log.run("go", ["vet", "./..."], { cwd });
    await log.run("sh", ["-c", 'unformatted=$(gofmt -l .); echo "$unformatted"; [ -z "$unformatted" ]'], { cwd });
  },

  /** Either of gcc and clang has built it; both read it, and clang its headers as C++. */
  async c(log, cwd) {
    const files = (folder, ending) => readdirSync(join(cwd, folder), { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
    const flags = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wdocumentation", "-Iinclude", "-Isrc", "-Igenerated/include", "-Igenerated/src"];
    const sources = files("generated/src", ".c");
    await log.run("gcc", ["-std=c11", ...flags.filter((flag) => flag !== "-Wdocumentation"), ...sources], { cwd });
    await log.run("clang", ["-std=c11", ...flags, ...sources], { cwd });
    const headers = files("generated/include", ".h").flatMap((name) => ["-include", name]);
    await log.run("clang++", ["-std=c++17", ...flags, ...headers, "-x", "c++", "/dev/null"], { cwd });
  },
};

const strictTypes = [
  ...["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noImplicitReturns", "--noImplicitOverride", "--noFallthroughCasesInSwitch"],
  ...["--noUnusedLocals", "--noUnusedParameters", "--isolatedModules", "--verbatimModuleSyntax", "--module", "nodenext", "--target", "es2022", "--lib", "es2023,dom"],
];
