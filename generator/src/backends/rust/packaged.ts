/** A crate for somebody's spec, which needs nothing of this project once it is made; on request with a conformance peer. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { exampleRoot, messageRows, packageFacts } from "../package.js";
import { templates } from "../templates.js";
import type { Names } from "./names.js";
import { renderPeer } from "./peer/render.js";
import { KEYWORDS } from "./words.js";

const REPOSITORY = fileURLToPath(new URL("../../../../", import.meta.url));

/** Names that Cargo or the compiler keeps for itself. */
const CRATES: ReadonlySet<string> = new Set([...KEYWORDS, "alloc", "build", "core", "deps", "examples", "incremental", "proc-macro", "proc_macro", "std", "test"]);

/** Where the crate has the runtime. A module, not a crate beside it: two packages may then be used together, and each can be published. */
export const RUNTIME_MODULE = "codec";

export function renderPackage(model: CodecModel, names: Names, codecs: GeneratedFile[], { peers }: { peers: boolean }): GeneratedFile[] {
  const render = templates("rust");
  const facts = packageFacts(model.spec, "rust", crateName(model.spec.name));
  const path = (type: string): string => [...names.module(modules.get(type)!), names.type(type)].join("::");
  const modules = new Map(model.types.map(({ id, module }) => [id, module]));
  const example = exampleRoot(model);
  const data = {
    ...facts,
    library: facts.name.replaceAll("-", "_"),
    peers,
    ryu: dependency("ryu"),
    example: example ? { path: path(example.type), type: names.type(example.type) } : null,
    messages: messageRows(model, ({ type }) => path(type)),
  };
  const files: GeneratedFile[] = [
    { path: "Cargo.toml", content: render("package-manifest", data) },
    { path: "README.md", content: render("package-readme", data) },
    { path: ".gitignore", content: "/target/\n" },
    { path: "src/lib.rs", content: render("package-lib", data) },
    ...below("src/generated", codecs),
    ...runtime(),
  ];
  if (!peers) return files;
  return [
    ...files,
    { path: "build.sh", content: render("package-build", data), executable: true },
    { path: "peer/Cargo.toml", content: render("package-peer-manifest", data) },
    { path: "peer/run", content: render("package-run", data), executable: true },
    ...below("peer/src", sources("conformance/peers/rust/src")),
    ...below("peer/src/generated", renderPeer(model)),
  ];
}

const below = (folder: string, files: GeneratedFile[]): GeneratedFile[] => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

/** The runtime crate as a module. */
function runtime(): GeneratedFile[] {
  const moved = ({ path, content }: GeneratedFile): GeneratedFile => ({ path: path === "lib.rs" ? "mod.rs" : path, content: content.replaceAll(/\bcrate::/g, `crate::${RUNTIME_MODULE}::`) });
  return below(`src/${RUNTIME_MODULE}`, sources("runtime-core/codec/src").map(moved));
}

/** Hand-written sources of this repository; what it generated for its own spec stays behind. */
function sources(folder: string): GeneratedFile[] {
  const root = join(REPOSITORY, folder);
  const walk = (path: string): string[] =>
    readdirSync(join(root, path)).sort().flatMap((name) => {
      const inner = path === "" ? name : `${path}/${name}`;
      if (statSync(join(root, inner)).isDirectory()) return name === "generated" ? [] : walk(inner);
      return name.endsWith(".rs") ? [inner] : [];
    });
  return walk("").map((path) => ({ path, content: readFileSync(join(root, path), "utf8") }));
}

/** The version that the runtime is tested with, or a later one that is compatible: a library must not pin what its users share. */
function dependency(name: string): string {
  const manifest = readFileSync(join(REPOSITORY, "runtime-core/codec/Cargo.toml"), "utf8");
  const found = new RegExp(`^${name} = "=([0-9.]+)"$`, "m").exec(manifest)?.[1];
  if (found === undefined) throw new Error(`the runtime's Cargo.toml does not pin ${name}`);
  return found;
}

/** A spec's name is lower-case words joined by hyphens. */
const crateName = (name: string): string => (CRATES.has(name) ? `${name}-messages` : name);
