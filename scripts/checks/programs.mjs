/** Compiles and runs a program of the README against the packages that were generated from the README's own spec. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "../run/paths.mjs";

/** How each language's user builds: `log.run` throws when a command fails. `clients` holds the generated packages, `folder` is empty. */
const recipes = {
  async rust({ code, clients, folder, log }) {
    write(folder, "Cargo.toml", `[workspace]\n\n[package]\nname = "snippet"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\nmy-spec = { path = "${join(clients, "rust")}" }\n`);
    write(folder, "src/main.rs", code);
    await log.run("cargo", ["run", "--quiet", "--offline"], { cwd: folder });
  },
  async ts({ code, clients, folder, log }) {
    const tsc = at("node_modules", "typescript", "bin", "tsc");
    mkdirSync(join(folder, "node_modules", "@types"), { recursive: true });
    symlinkSync(join(clients, "typescript"), join(folder, "node_modules", "my-spec"));
    symlinkSync(at("node_modules", "@types", "node"), join(folder, "node_modules", "@types", "node"));
    symlinkSync(at("node_modules", "undici-types"), join(folder, "node_modules", "undici-types"));
    write(folder, "package.json", '{ "type": "module" }');
    write(folder, "main.ts", code);
    await log.run(process.execPath, [tsc, "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2023", "--types", "node", "main.ts"], { cwd: folder });
    await log.run(process.execPath, ["main.js"], { cwd: folder });
  },
  async python({ code, clients, folder, log }) {
    write(folder, "main.py", code);
    await log.run("python3", ["main.py"], { cwd: folder, env: { PYTHONPATH: join(clients, "python", "src") } });
  },
  async go({ code, clients, folder, log }) {
    const module = "meshwright.generated/my-spec";
    write(folder, "go.mod", `module snippet\n\ngo 1.24\n\nrequire ${module} v0.0.0\n\nreplace ${module} => ${join(clients, "go")}\n`);
    write(folder, "main.go", code);
    await log.run("go", ["run", "."], { cwd: folder });
  },
  async c({ code, clients, folder, log }) {
    const c = join(clients, "c");
    await log.run("cmake", ["-S", c, "-B", join(c, "build")]);
    await log.run("cmake", ["--build", join(c, "build")]);
    write(folder, "main.c", code);
    const includes = ["include", "generated/include"].map((path) => `-I${join(c, path)}`);
    await log.run("cc", ["-std=c11", ...includes, "main.c", join(c, "build", "libmy-spec-codec.a"), "-o", "main"], { cwd: folder });
    await log.run(join(folder, "main"), [], { cwd: folder });
  },
};

export const runnable = Object.keys(recipes);

/** What the program wrote. */
export async function runProgram({ language, code }, clients, folder, log) {
  const own = join(folder, `run-${language}`);
  mkdirSync(own, { recursive: true });
  const before = log.text.length;
  await recipes[language]({ code: `${code}\n`, clients, folder: own, log });
  return log.text.slice(before);
}

function write(folder, file, content) {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), content);
}
