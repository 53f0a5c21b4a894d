/** A package of its own for somebody's spec: a crate, the runtime beside it, and on request a conformance peer. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { templates } from "../templates.js";
import { renderPeer } from "./peer/render.js";
import { KEYWORDS } from "./words.js";

const REPOSITORY = fileURLToPath(new URL("../../../../", import.meta.url));

/** Names that Cargo or the compiler keeps for itself. */
const CRATES: ReadonlySet<string> = new Set([...KEYWORDS, "alloc", "build", "core", "deps", "examples", "incremental", "meshwright-codec", "proc-macro", "proc_macro", "std", "test"]);

export function renderPackage(model: CodecModel, codecs: GeneratedFile[], options: { peers: boolean }): GeneratedFile[] {
  const render = templates("rust");
  const { name, version } = model.spec;
  const data = { name, crate: crateName(name), version, peers: options.peers };
  const files: GeneratedFile[] = [
    { path: "Cargo.toml", content: render("package-manifest", data) },
    { path: ".gitignore", content: "/target/\n" },
    { path: "src/lib.rs", content: render("package-lib", data) },
    ...below("src/generated", codecs),
    { path: "codec/Cargo.toml", content: render("package-codec-manifest", data) },
    ...below("codec/src", sources("runtime-core/codec/src")),
    { path: "build.sh", content: render("package-build", data), executable: true },
  ];
  if (!options.peers) return files;
  return [
    ...files,
    { path: "peer/Cargo.toml", content: render("package-peer-manifest", data) },
    { path: "peer/run", content: render("package-run", data), executable: true },
    ...below("peer/src", sources("conformance/peers/rust/src")),
    ...below("peer/src/generated", renderPeer(model)),
  ];
}

const below = (folder: string, files: GeneratedFile[]): GeneratedFile[] => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

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

/** A spec's name is lower-case words joined by hyphens. */
const crateName = (name: string): string => (CRATES.has(name) ? `${name}-messages` : name);
